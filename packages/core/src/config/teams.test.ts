import { describe, expect, test } from "vitest";
import { dimensionKeys, dimensionValues } from "./dimensions.ts";
import { defaultConfig, loadConfig } from "./load.ts";
import { teamsOf } from "./teams.ts";

const config = (text: string) => loadConfig(`version: 1\n${text}`, "t").config;

describe("the teams", () => {
  test("are open while nobody names one", () => {
    expect(teamsOf(defaultConfig())).toBe("open");
  });

  test("are those of teams and the values of every key of the team, sorted", () => {
    const named = config(`dimensions: { team: [a, b] }
tags: { a: { values: [search, vision] }, b: { values: [search, infra] } }
teams: { vision: {}, audio: {} }`);

    expect([...teamsOf(named)]).toEqual(["audio", "infra", "search", "vision"]);
  });
});

describe("a dimension", () => {
  test("that is not used has no keys and no values", () => {
    const { keys, values } = both("dimensions: { team: ml-team }", "project");

    expect({ keys, values }).toEqual({ keys: [], values: [] });
  });

  test("has the values of its keys once, in the order of the file", () => {
    const text =
      "dimensions: { team: t, workload: [k, l] }\ntags: { k: { values: [b, a] }, l: { values: [a, c] } }";

    expect(both(text, "workload")).toEqual({ keys: ["k", "l"], values: ["b", "a", "c"] });
  });

  test("may have a key that is called as objects inherit", () => {
    expect(both("dimensions: { team: constructor }", "team").values).toEqual([]);
  });

  function both(text: string, dimension: "team" | "project" | "workload") {
    return { keys: dimensionKeys(config(text), dimension), values: dimensionValues(config(text), dimension) };
  }
});
