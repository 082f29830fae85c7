import { describe, expect, test } from "vitest";
import { configOf } from "../testing/config-of.ts";
import { speller } from "./spelling.ts";

describe("a value of a dimension", () => {
  test("is spelt as any key of the dimension lists it, the first spelling first", () => {
    const spell = speller(
      configOf(`dimensions: { team: t, environment: [stage, env] }
tags: { t: {}, stage: { values: [Prod] }, env: { values: [PROD, Dev] } }`),
    );
    expect(spell("environment", "prod")).toBe("Prod");
    expect(spell("environment", " DEV ")).toBe("Dev");
    expect(spell("project", "Churn")).toBe("churn");
  });

  test("that is a team is spelt as teams and the team's values are", () => {
    const spell = speller(configOf("tags: { ml-team: { values: [Vision] } }\nteams: { NLP: {} }"));
    expect(["vision", "nlp", "Other"].map((team) => spell("team", team))).toEqual(["Vision", "NLP", "other"]);
  });

  test("that is a team is read as tags are where every value is a team", () => {
    expect(speller(configOf("dimensions: { team: t }\ntags: { t: {} }"))("team", " Vision")).toBe("vision");
  });
});
