import { describe, expect, test } from "vitest";
import { formatAmount, parseAmount } from "../../costs/money.ts";
import { formatRational, ONE } from "../../costs/rational.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { configOf } from "../../costs/testing/attribution.ts";
import { divide, PERIOD } from "../../costs/testing/divide-pools.ts";
import { poolRows } from "./pools.ts";

const CONFIG = configOf(`
teams: { vision: {}, nlp: {}, secret: {} }
pools:
  - { name: gpu, method: usage, metric: { gpu-hours: 1 }, idle: separate }
  - { name: registry, method: fixed, shares: { secret: "1" } }`);

const used = (team: string, quantity: string): UsageRow => ({
  start: PERIOD.start,
  end: PERIOD.end,
  pool: "gpu",
  team,
  metric: "gpu-hours",
  quantity: parseAmount(quantity),
  project: null,
  workload: null,
  environment: null,
  experiment: null,
  place: "usage.csv",
});
const USAGE = [used("vision", "3"), used("nlp", "1"), used("secret", "4"), used("capacity", "10")];

function shown(teams: readonly string[] | null) {
  const amounts = { gpu: parseAmount("100"), registry: parseAmount("7") };
  const pools = divide(CONFIG, amounts, USAGE).pools.map(({ pool, ...divided }) => ({
    ...divided,
    pool: pool.name,
    method: pool.method,
    metric: pool.method === "usage" ? pool.metric : null,
    completeness: ONE,
    confidence: ONE,
  }));
  return poolRows(pools, { config: CONFIG, usage: USAGE }, teams);
}

describe("pools as who sees all is shown them", () => {
  test("hold every team's share with what it used, and what is nobody's", () => {
    const [gpu, registry] = shown(null);
    expect(
      gpu?.shares.map(({ team, amount, weight, quantities }) => [
        team,
        formatAmount(amount),
        formatRational(weight),
        formatAmount(quantities["gpu-hours"]?.n ?? 0n),
      ]),
    ).toEqual([
      ["nlp", "10", "1/10", "1"],
      ["secret", "40", "2/5", "4"],
      ["vision", "30", "3/10", "3"],
    ]);
    expect(gpu?.unallocated).toEqual([{ reason: "idle", value: "gpu", amount: parseAmount("20") }]);
    expect(registry?.shares).toMatchObject([{ team: "secret", quantities: {} }]);
  });
});

describe("pools as a team is shown them", () => {
  test("are those that it bears something of, with its own share, fraction and quantity", () => {
    const pools = shown(["vision"]);
    expect(pools.map(({ pool }) => pool)).toEqual(["gpu"]);
    expect(pools[0]?.shares).toMatchObject([{ team: "vision", amount: parseAmount("30") }]);
    expect(formatAmount(pools[0]?.amount ?? 0n)).toBe("100");
  });

  test("tell nothing of others: no name, no amount, no quantity, nothing that is nobody's", () => {
    const pools = shown(["vision"]);
    const text = JSON.stringify(pools, (_, value: unknown) =>
      typeof value === "bigint" ? formatAmount(value) : value,
    );
    expect(text).not.toMatch(/secret|nlp|capacity|idle|registry|"40"|"20"|"10"|"4"|"7"/);
    expect(pools[0]?.unallocated).toBeNull();
    expect(shown([])).toEqual([]);
    expect(shown(["capacity"])).toEqual([]);
  });
});
