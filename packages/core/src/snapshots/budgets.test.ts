import { describe, expect, test } from "vitest";
import type { Config } from "../config/definition.ts";
import { loadConfig } from "../config/load.ts";
import { leafOf, makeReport, unallocatedOf } from "../reports/render/testing/make-report.ts";
import { budgetKey, budgetProblems, crossings } from "./budgets.ts";

function budgets(text: string, more = ""): Config {
  return loadConfig(
    `version: 1\nteams: { vision: {}, nlp: {}, quiet: {} }\nbudgets: [${text}]\n${more}`,
    "tagledger.yaml",
  ).config;
}

const REPORT = makeReport({
  leaves: [
    leafOf({ team: "vision", project: "chat", environment: "prod" }, "60", "20.1"),
    leafOf({ team: "vision", project: "search" }, "9.9", "0"),
    leafOf({ team: "nlp" }, "1000"),
  ],
  unallocated: [unallocatedOf("idle", "gpu", "500")],
});

function crossed(text: string, told: readonly string[] = [], report = REPORT): string[] {
  return crossings(budgets(text), report, told).map(({ key }) => key);
}

describe("a budget", () => {
  test("is crossed at each threshold that direct and shared cost together reach, lower ones first", () => {
    const all = crossed("{ match: { team: vision }, monthly: 100, alert: [1, 0.9, 0.8, 0.900000001] }");
    expect(all).toEqual(['{"team":["vision"]} 100 0.8', '{"team":["vision"]} 100 0.9']);
  });

  test("is compared exactly: 0.9 of it is its shortest decimal, not the double", () => {
    const at = (direct: string) =>
      crossed(
        "{ match: {}, monthly: 1, alert: [0.9] }",
        [],
        makeReport({ leaves: [leafOf({ team: "a" }, direct)] }),
      );
    expect(at("0.9")).toHaveLength(1);
    expect(at("0.899999999999999999999999")).toEqual([]);
  });

  test("is told of once", () => {
    const text = "{ match: { team: vision }, monthly: 100, alert: [0.8, 0.9] }";
    const [first = "", second = ""] = crossed(text);
    expect(crossed(text, [first])).toEqual([second]);
    expect(crossed(text, [first, second])).toEqual([]);
    expect(crossed(`${text}, ${text}`)).toEqual([first, second]);
  });

  test("is of leaves by all dimensions, by patterns and whatever the case", () => {
    expect(crossed("{ match: { team: VIS*, project: chat }, monthly: 80.1 }")).toHaveLength(1);
    expect(crossed("{ match: { team: vision, project: chat }, monthly: 80.2 }")).toEqual([]);
    expect(crossed("{ match: { environment: prod }, monthly: 80.1 }")).toHaveLength(1);
    expect(crossed("{ match: { environment: [prod, dev] }, monthly: 80.2 }")).toEqual([]);
  });

  test("of nothing is not crossed while nothing is spent", () => {
    expect(crossed("{ match: { team: quiet }, monthly: 0 }")).toEqual([]);
    expect(crossed("{ match: { team: nlp }, monthly: 0 }")).toHaveLength(1);
  });

  test("says what was spent", () => {
    const [crossing] = crossings(budgets("{ match: { team: vision }, monthly: 90 }"), REPORT, []);
    expect(crossing).toMatchObject({ threshold: "1", amount: 90n * 10n ** 24n });
  });
});

describe("a budget that cannot be watched", () => {
  test("by what divided costs do not tell is reported, and not compared with too much", () => {
    const text = '{ match: { team: nlp, account: "111122223333" }, monthly: 1 }';
    expect(crossed(text)).toEqual([]);
    expect(budgetProblems(budgets(text), "USD")).toEqual([
      "budgets[0].match.account: divided costs do not tell the account, so this budget is not watched; match by team, project, workload, environment, experiment",
    ]);
  });

  test("in another currency is reported, and not compared", () => {
    const config = budgets("{ match: {}, monthly: 1 }", "reports: { currency: EUR }");
    expect(crossings(config, REPORT, [])).toEqual([]);
    expect(budgetProblems(config, "USD")).toEqual([
      "budgets[0]: it is in EUR and the bill in USD: they are not compared",
    ]);
    expect(budgetProblems(config, "EUR")).toEqual([]);
  });

  test("at a fraction finer than amounts is reported", () => {
    const text = "{ match: {}, monthly: 1, alert: [1.0e-30, 1] }";
    expect(crossed(text)).toEqual(["{} 1 1"]);
    expect(budgetProblems(budgets(text), "USD")).toEqual([
      "budgets[0].alert[0]: 1e-30 has more than 24 decimal places and is not watched",
    ]);
  });
});

describe("the key of a threshold", () => {
  const budget = { match: { team: ["b", "a"] }, monthly: "5", alert: [1] };

  test("is the same however the budget is written, and wherever it stands", () => {
    expect(budgetKey(budget, 1)).toBe(
      budgetKey({ ...budget, match: { team: ["a", "b"] }, alert: [0.5, 1] }, 1),
    );
    const alone = { ...budget, match: { team: "a" } };
    expect(budgetKey(alone, 1)).toBe(budgetKey({ ...budget, match: { team: ["a"] } }, 1));
  });

  test("is another for another threshold, amount or match", () => {
    const others = [
      budgetKey(budget, 1),
      budgetKey(budget, 0.5),
      budgetKey({ ...budget, monthly: "6" }, 1),
      budgetKey({ ...budget, match: { project: "a" } }, 1),
    ];
    expect(new Set(others).size).toBe(others.length);
  });
});
