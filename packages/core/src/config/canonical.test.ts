import { describe, expect, test } from "vitest";
import { canonicalConfig } from "./canonical.ts";
import { loadConfig } from "./load.ts";

const canonical = (text: string) => canonicalConfig(loadConfig(`version: 1\n${text}`, "t").config);

describe("the canonical text of a configuration", () => {
  test("is JSON that reads back as the configuration, with every default", () => {
    expect(JSON.parse(canonical("allocation: direct"))).toMatchObject({
      allocation: "direct",
      retention: { billVersions: 12 },
    });
  });

  test.each([
    ["the order of keys", "teams: { b: {}, a: {} }", "teams: { a: {}, b: {} }"],
    ["comments", "teams: {} # none yet", "teams: {}"],
    ["a default that is written out", "allocation: step-down", "commitments: as-applied"],
    [
      "how a decimal is written",
      "budgets: [{ match: {}, monthly: 5e1 }]",
      'budgets: [{ match: {}, monthly: "50.0" }]',
    ],
    ["a set of one", "scope: { accounts: a }", "scope: { accounts: [a] }"],
    [
      "a mode alone",
      "enforcement: { default: { mode: notify } }",
      "enforcement: { default: { mode: [notify] } }",
    ],
    [
      "a glob alone",
      "budgets: [{ match: { region: a }, monthly: 1 }]",
      "budgets: [{ match: { region: [a] }, monthly: 1 }]",
    ],
    [
      "the order of tag values",
      "tags: { ml-team: { values: [a, b] } }",
      "tags: { ml-team: { values: [b, a] } }",
    ],
    [
      "the order of addresses",
      "teams: { a: { email: [a@b.c, d@e.f] } }",
      "teams: { a: { email: [d@e.f, a@b.c] } }",
    ],
    [
      "the order of aliases",
      "teams: { a: { aliases: [{ name: x }, { name: y }] } }",
      "teams: { a: { aliases: [{ name: y }, { name: x }] } }",
    ],
    [
      "the order of consumers",
      "pools: [{ name: p, method: even, to: [a, b] }]",
      "pools: [{ name: p, method: even, to: [b, a] }]",
    ],
    [
      "the order of globs of a tag",
      "budgets: [{ match: { tags: { k: [a, b] } }, monthly: 1 }]",
      "budgets: [{ match: { tags: { k: [b, a] } }, monthly: 1 }]",
    ],
  ])("does not depend on %s", (_, left, right) => {
    expect(canonical(left)).toBe(canonical(right));
  });

  test.each([
    ["the keys of a dimension", "dimensions: { team: [ml-team, b] }", "dimensions: { team: [b, ml-team] }"],
    [
      "pools",
      "pools: [{ name: a, method: even }, { name: b, method: even }]",
      "pools: [{ name: b, method: even }, { name: a, method: even }]",
    ],
    [
      "virtual tags",
      "assign: [{ match: {}, set: { team: a } }, { match: {}, set: { team: b } }]",
      "assign: [{ match: {}, set: { team: b } }, { match: {}, set: { team: a } }]",
    ],
    [
      "rules of enforcement",
      "enforcement: { rules: [{ match: {}, mode: notify }, { match: {} }] }",
      "enforcement: { rules: [{ match: {} }, { match: {}, mode: notify }] }",
    ],
  ])("keeps the order of %s, where order decides", (_, left, right) => {
    expect(canonical(left)).not.toBe(canonical(right));
  });
});
