import { describe, expect, test } from "vitest";
import { configOf } from "../../config/testing/config-of.ts";
import { company } from "../testing/make-config.ts";
import { AT, GOOD, state } from "../testing/make-subject.ts";
import { evaluator } from "./evaluator.ts";

const schema = evaluator(company());

/** Findings in short: key, reason, actual, expected. */
function findings(tags: Readonly<Record<string, string>>, at = AT) {
  return schema
    .evaluate(state(tags), at)
    .map(({ key, reason, actual, expected }) => [key, reason, actual, expected]);
}

/** Findings by their key and reason, with what is there. */
function inShort(tags: Readonly<Record<string, string>>, at = AT) {
  return findings(tags, at).map(([key, reason, actual]) => `${key} ${reason} ${actual ?? ""}`.trimEnd());
}

describe("a schema", () => {
  test("has nothing to say about tags that are as it wants them", () => {
    expect(findings(GOOD)).toEqual([]);
  });

  test("leaves tags alone that it has no rule for", () => {
    expect(findings({ ...GOOD, Name: "", "aws:cloudformation:stack-name": "x", "cost center": "?" })).toEqual(
      [],
    );
  });

  test("names every tag that is missing, in the order of the configuration", () => {
    expect(findings({})).toEqual([
      ["ml-team", "missing", null, "one of fraud-detection, ml-platform, vision"],
      ["ml-project", "missing", null, "a value that fits [a-z0-9][a-z0-9-]{1,62}"],
      ["ml-workload-type", "missing", null, "one of training, inference, data-processing, notebook"],
      ["ml-environment", "missing", null, "one of dev, staging, prod"],
    ]);
  });

  test.each([
    ["ml-environment", "", "empty", "one of dev, staging, prod"],
    ["ml-environment", " \t", "empty", "one of dev, staging, prod"],
    ["ml-environment", "PROD", "not-normalized", "prod"],
    ["ml-environment", " prod ", "not-normalized", "prod"],
    ["ml-environment", "Production", "alias", "prod"],
    ["ml-environment", "live", "not-listed", "one of dev, staging, prod"],
    ["ml-environment", "__proto__", "not-listed", "one of dev, staging, prod"],
    ["ml-project", "OCR", "not-normalized", "ocr"],
    ["ml-project", "my project", "pattern-mismatch", "a value that fits [a-z0-9][a-z0-9-]{1,62}"],
    ["ml-project", "ocr\n", "not-normalized", "ocr"],
    ["ml-project", `x${"-".repeat(5000)}!`, "pattern-mismatch", "a value that fits [a-z0-9][a-z0-9-]{1,62}"],
    ["ml-team", "VISION", "not-normalized", "vision"],
    ["ml-team", "FD", "alias", "fraud-detection"],
    ["ml-team", "constructor", "unknown-team", "one of fraud-detection, ml-platform, vision"],
  ])("finds %s = %j to be %s", (key, value, reason, expected) => {
    expect(findings({ ...GOOD, [key]: value })).toEqual([[key, reason, value, expected]]);
  });

  test("reads a team's alias only while it holds", () => {
    const later = Date.parse("2026-09-16T00:00:00Z");
    expect(inShort({ ...GOOD, "ml-team": "fd" }, later)).toEqual(["ml-team unknown-team fd"]);
  });

  test("takes every team of the configuration, whether the key lists it or not", () => {
    const config = configOf("tags: { ml-team: { required: true, values: [a-team] } }\nteams: { b-team: {} }");
    const schema = evaluator(config);
    expect(schema.evaluate(state({ "ml-team": "b-team" }), AT)).toEqual([]);
    expect(schema.evaluate(state({ "ml-team": "c-team" }), AT)).toMatchObject([
      { reason: "unknown-team", expected: "one of a-team, b-team" },
    ]);
  });

  test("takes any team where the configuration names none, but those that usage reads as something else", () => {
    const schema = evaluator(configOf("tags: { ml-team: { required: true } }"));
    expect(schema.evaluate(state({ "ml-team": "Anything" }), AT)).toEqual([]);
    expect(schema.evaluate(state({ "ml-team": "pool:gpu" }), AT)).toMatchObject([{ reason: "unknown-team" }]);
  });
});

describe("a tag that is required under a condition", () => {
  test("is required where the other tag has the value, however that is written", () => {
    for (const workload of ["training", " Training"]) {
      expect(findings({ ...GOOD, "ml-workload-type": workload })).toContainEqual([
        "ml-experiment-id",
        "missing",
        null,
        "a value that fits exp-[0-9a-z]{4,}",
      ]);
    }
  });

  test("is not required otherwise, and checked all the same", () => {
    expect(findings({ ...GOOD, "ml-experiment-id": "" })).toEqual([]);
    expect(inShort({ ...GOOD, "ml-experiment-id": "seven" })).toEqual([
      "ml-experiment-id pattern-mismatch seven",
    ]);
  });

  test("needs all of several conditions", () => {
    const schema = evaluator(
      configOf(`
tags:
  a: {}
  b: {}
  c: { required: { when: { a: ["1"], b: ["2", "3"] } } }
`),
    );
    const reasons = (tags: Readonly<Record<string, string>>) =>
      schema.evaluate(state(tags), AT).map(({ key }) => key);
    expect(reasons({ a: "1" })).toEqual([]);
    expect(reasons({ a: "1", b: "4" })).toEqual([]);
    expect(reasons({ a: "1", b: "3" })).toEqual(["c"]);
  });
});

describe("a key that is misspelt", () => {
  const { "ml-team": _, ...others } = GOOD;

  test.each(["ML-Team", "ml_team", "mlteam", "ml team", "ML.TEAM", "ml-teams", "ml-taem"])(
    "%s is found",
    (spelling) => {
      expect(findings({ ...others, [spelling]: "vision" })).toEqual([
        ["ml-team", "misspelt-key", spelling, "ml-team"],
      ]);
    },
  );

  test.each(["aws:ml-team", "ml", "squad", "ml-team2", ""])("%j is another key", (spelling) => {
    expect(inShort({ ...others, [spelling]: "vision" })).toEqual(["ml-team missing"]);
  });

  test("is not looked at where the right key has a value", () => {
    expect(findings({ ...GOOD, ML_TEAM: "fraud-detection" })).toEqual([]);
  });

  test("stands in for a right key that is empty", () => {
    expect(inShort({ ...GOOD, "ml-team": "", ML_TEAM: "vision" })).toEqual(["ml-team misspelt-key ML_TEAM"]);
  });

  test("is found with what is wrong about its value", () => {
    expect(inShort({ ...others, ML_TEAM: "Vision" })).toEqual([
      "ml-team misspelt-key ML_TEAM",
      "ml-team not-normalized Vision",
    ]);
  });

  test("is no key of the schema where only a letter is near, and its value says nothing", () => {
    expect(inShort({ ...others, "ml-teams": "a, b" })).toEqual(["ml-team missing"]);
  });

  test("decides nothing where two of them disagree", () => {
    expect(findings({ ...others, ML_TEAM: "vision", MLTeam: "fd" })).toEqual([
      ["ml-team", "conflicting-keys", "MLTeam, ML_TEAM", "ml-team"],
    ]);
    expect(inShort({ ...others, ML_TEAM: "vision", MLTeam: "Vision" })).toEqual([
      "ml-team misspelt-key MLTeam, ML_TEAM",
      "ml-team not-normalized Vision",
    ]);
  });

  test("is looked for also where the tag is not required", () => {
    expect(inShort({ ...GOOD, "ML-Experiment-ID": "exp-0001" })).toEqual([
      "ml-experiment-id misspelt-key ML-Experiment-ID",
    ]);
  });
});

describe("a value that the log hides", () => {
  const { "ml-team": _, ...others } = GOOD;

  test("is neither missing nor right", () => {
    expect(schema.evaluate(state(others, { hidden: ["ml-team"] }), AT)).toMatchObject([
      { key: "ml-team", reason: "hidden", actual: null },
    ]);
  });

  test("may be that of any key where all are hidden", () => {
    expect(schema.evaluate(state({}, { hidden: ["*"] }), AT).map(({ reason }) => reason)).toEqual(
      Array(5).fill("hidden"),
    );
  });
});
