import { describe, expect, test } from "vitest";
import { chargeNeeds } from "./query.ts";
import { configOf } from "./testing/attribution.ts";

/** The facts that a configuration looks at. */
function facts(text: string): string[] {
  return [...chargeNeeds(configOf(text)).facts].sort();
}

describe("the facts of charges that are needed", () => {
  test("are none for tags alone", () => {
    expect(facts("")).toEqual([]);
  });

  test.each([["account"], ["region"], ["service"], ["usageType"], ["principal"]])(
    "are the %s where a pool or an assign rule matches it",
    (fact) => {
      const match = `{ ${fact}: "*x" }`;
      expect(facts(`pools: [{ name: a, match: ${match}, method: even }]`)).toEqual([fact]);
      expect(facts(`assign: [{ match: ${match}, set: { project: p } }]`)).toEqual([fact]);
    },
  );

  test.each(["resource", "type"])(
    "are all that identifies a resource where a rule matches its %s",
    (fact) => {
      expect(facts(`pools: [{ name: a, match: { ${fact}: x }, method: even }]`)).toEqual([
        "account",
        "region",
        "resource",
        "service",
      ]);
    },
  );

  test.each([
    ['scope: { accounts: ["1"] }', ["account"]],
    ['scope: { accounts: ["1", "*"], services: ["*"] }', []],
    ["scope: { services: [eks] }", ["service"]],
    ['teams: { a: { accounts: ["1"] } }', ["account"]],
    ['teams: { a: { principals: ["x"] } }', ["principal"]],
    ["policies: { tax: { team: x } }", []],
    ["policies: { tax: follow }", ["account", "region", "service"]],
    ["policies: { support: { team: x } }", ["service"]],
    ["policies: { unusedCommitment: { team: x } }", ["service"]],
    ["pools: [{ name: a, match: { lineItemType: Tax, team: b, tags: { c: d } }, method: even }]", []],
  ])("under %s are %j", (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe("the tag keys that are needed", () => {
  test("are those of dimensions and matches, each as it was first written", () => {
    const { tagKeys } = chargeNeeds(
      configOf(`dimensions: { team: [ml-team, "user:team"], project: p }
assign: [{ match: { tags: { "aws:eks:cluster-name": ml, P: x } }, set: { project: a } }]
pools: [{ name: a, match: { tags: { ml_team: b, team: c, app.name: d } }, method: even }]`),
    );
    expect(tagKeys).toEqual(["P", "app.name", "aws:eks:cluster-name", "ml-team", "p", "user:team"]);
  });

  test("have no key twice that bills write alike", () => {
    const { tagKeys } = chargeNeeds(configOf("dimensions: { team: [a-b, a_b, 'user:a.b'] }"));
    expect(tagKeys).toEqual(["a-b"]);
  });
});

describe("the instants that are needed", () => {
  test("are when dated rules begin and have ended, each once, in order", () => {
    const { instants } = chargeNeeds(
      configOf(`assign:
  - { match: { account: "1" }, set: { project: a }, from: 2026-09-16 }
  - { match: { account: "1" }, set: { project: b }, until: 2026-08-31 }
teams: { a: { aliases: [{ name: b, until: 2026-09-15 }, { name: c, from: "2026-09-01T12:30:00Z" }, { name: d }] } }`),
    );
    expect(instants.map((at) => new Date(at).toISOString())).toEqual([
      "2026-09-01T00:00:00.000Z",
      "2026-09-01T12:30:00.000Z",
      "2026-09-16T00:00:00.000Z",
    ]);
  });

  test("are none where nothing is dated", () => {
    expect(chargeNeeds(configOf("teams: { a: {} }")).instants).toEqual([]);
  });
});
