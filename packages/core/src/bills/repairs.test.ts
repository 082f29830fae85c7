import { describe, expect, test } from "vitest";
import { formatAmount, parseAmount } from "../costs/money.ts";
import { chargeNeeds } from "../costs/query.ts";
import { chargesOf, configOf, type Line } from "../costs/testing/attribution.ts";
import { Repairs } from "./repairs.ts";

const CONFIG = configOf(`
dimensions: { team: [t, user:owner], environment: env, project: p }
tags: { t: { values: [vision, nlp] }, env: { values: [dev, prod] } }
normalize: { aliases: { env: { production: prod } } }
teams: { vision: { aliases: [{ name: cv, until: 2026-09-15 }] } }
pools: [{ name: ml, match: { tags: { "aws:eks:cluster-name": ml } }, method: even }]`);

function repairsOf(lines: readonly Line[], named?: number) {
  const needs = chargeNeeds(CONFIG);
  const repairs = new Repairs(CONFIG, needs);
  for (const group of chargesOf(CONFIG, lines)) repairs.add(group);
  const { repairs: largest, more } = repairs.largest(named);
  return {
    repairs: largest.map(({ key, from, to, lines: count, amount }) => {
      return `${key}: ${from} as ${to}, ${count} lines, ${formatAmount(amount)}`;
    }),
    more,
  };
}

describe("a tag value is repaired", () => {
  test.each<[string, Line["tags"], string[]]>([
    ["where its case is another", { t: "VISION" }, ["t: VISION as vision"]],
    ["where there is space around it", { p: " churn" }, ["p:  churn as churn"]],
    ["where it is an alias", { env: "Production" }, ["env: Production as prod"]],
    ["where it is a name that a team has for the time being", { t: "CV" }, ["t: CV as vision"]],
    [
      "under each key that holds one",
      { t: "NLP", "user:owner": "Nlp" },
      ["t: NLP as nlp", "user:owner: Nlp as nlp"],
    ],
    ["where only a pool looks at it", { "aws:eks:cluster-name": "ML" }, ["aws:eks:cluster-name: ML as ml"]],
    ["not where it is right", { t: "nlp", env: "prod", p: "x" }, []],
    ["not where it names no team", { t: "Visoin" }, []],
    ["not where it is nothing but space", { p: "  " }, []],
  ])("%s", (_, tags = {}, expected) => {
    const { repairs, more } = repairsOf([{ tags, at: "2026-09-10T00:00:00Z" }]);
    expect(repairs).toEqual(expected.map((each) => `${each}, 1 lines, 1`));
    expect(more).toBeNull();
  });

  test("not once the alias has ended", () => {
    const { repairs } = repairsOf([
      { tags: { t: "cv" }, at: "2026-09-16T00:00:00Z", amount: "5" },
      { tags: { t: "cv" }, at: "2026-09-15T00:00:00Z", amount: "2" },
    ]);
    expect(repairs).toEqual(["t: cv as vision, 1 lines, 2"]);
  });
});

test("repairs are counted with their lines and cost, the largest first, whichever sign they have", () => {
  const { repairs, more } = repairsOf(
    [
      { tags: { t: "NLP" }, amount: "1" },
      { tags: { t: "NLP", env: "PROD" }, amount: "2.5" },
      { tags: { p: "A" }, amount: "-9" },
      { tags: { p: "B" }, amount: "0.25" },
      { tags: { p: "C" }, amount: "-0.5" },
    ],
    3,
  );
  expect(repairs).toEqual([
    "p: A as a, 1 lines, -9",
    "t: NLP as nlp, 2 lines, 3.5",
    "env: PROD as prod, 1 lines, 2.5",
  ]);
  expect(more).toEqual({ values: 2, lines: 2, amount: parseAmount("-0.25") });
});

test("of more values than are told apart, the rest is counted", () => {
  const needs = chargeNeeds(CONFIG);
  const repairs = new Repairs(CONFIG, needs);
  const p = needs.tagKeys.indexOf("p");
  const values = 60_000;
  for (let n = 0; n < values; n += 1) {
    repairs.add({
      tags: needs.tagKeys.map((_, at) => (at === p ? `X${n}` : "")),
      epoch: 0,
      lines: 2,
      amount: 3n,
    });
  }
  const { repairs: largest, more } = repairs.largest();
  expect(largest.length).toBeLessThan(1000);
  expect((more?.lines ?? 0) + 2 * largest.length).toBe(2 * values);
  expect((more?.amount ?? 0n) + 3n * BigInt(largest.length)).toBe(3n * BigInt(values));
});
