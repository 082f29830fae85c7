import { expect, test } from "vitest";
import { parseAmount } from "../money/amount.ts";
import { experimentBars } from "./experiment-bars.ts";
import type { ExperimentRow } from "./experiment-rows.ts";

const row = (experiment: string, team: string, direct: string, shared: string): ExperimentRow => ({
  ...{ team, project: "churn", experiment, days: 1, runs: null, perRun: null },
  direct: parseAmount(direct),
  shared: parseAmount(shared),
  total: parseAmount(direct) + parseAmount(shared),
});

test("a bar's parts sum to the experiment, and what is nothing is no part", () => {
  const [bar] = experimentBars([row("exp-1", "vision", "0", "7.5")]);
  expect(bar?.segments).toEqual([{ label: "shared fees", amount: bar?.total, look: "shared" }]);
});

test("where several use one name, the bars say whose each is", () => {
  const bars = experimentBars([row("exp-1", "vision", "3", "0"), row("exp-1", "nlp", "2", "0")]);
  expect(bars.map(({ label }) => label)).toEqual(["exp-1 · churn · vision", "exp-1 · churn · nlp"]);
  expect(experimentBars([row("exp-1", "vision", "3", "0")])[0]?.label).toBe("exp-1");
});
