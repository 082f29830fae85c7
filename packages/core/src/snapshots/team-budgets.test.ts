import { describe, expect, test } from "vitest";
import { parseAmount } from "../costs/money.ts";
import { configOf } from "../costs/testing/attribution.ts";
import { teamBudgets } from "./team-budgets.ts";
import { madeSnapshot } from "./testing/made-snapshot.ts";

const budgets = (text: string, more = "") =>
  madeSnapshot(
    configOf(`dimensions: { team: ml-team, project: ml-project }\nbudgets:\n${text}${more}`),
    ["vision/cards/40", "vision/maps/2.5", "nlp/cards/100"].map((line) => {
      const [team = "", project = "", amount = ""] = line.split("/");
      return { service: "AmazonSageMaker", amount, tags: { "ml-team": team, "ml-project": project } };
    }),
  );

describe("the budgets of a team", () => {
  test("are those of it alone, with what it spent of them", async () => {
    const snapshot = await budgets(`
  - { match: { team: vision }, monthly: "50", alert: [1] }
  - { match: { team: vision, project: cards }, monthly: "39", alert: [1] }
  - { match: { team: nlp }, monthly: "7", alert: [1] }`);
    expect(teamBudgets(snapshot, "vision")).toEqual([
      { of: null, monthly: parseAmount("50"), spent: parseAmount("42.5") },
      { of: "project cards", monthly: parseAmount("39"), spent: parseAmount("40") },
    ]);
  });

  test("are none that it shares with others", async () => {
    const snapshot = await budgets(`
  - { match: { team: "*" }, monthly: "500", alert: [1] }
  - { match: { project: maps }, monthly: "500", alert: [1] }`);
    expect(teamBudgets(snapshot, "vision")).toEqual([]);
  });

  test("are none in another currency than the bill", async () => {
    const snapshot = await budgets(
      '  - { match: { team: vision }, monthly: "50", alert: [1] }',
      "\nreports: { currency: EUR }",
    );
    expect(teamBudgets(snapshot, "vision")).toEqual([]);
  });
});
