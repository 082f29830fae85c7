import { cpuUsage } from "node:process";
import { expect, test } from "vitest";
import { allocate } from "./allocate.ts";
import { Division } from "./division/division.ts";
import { sum } from "./money.ts";
import { parsePeriod } from "./period.ts";
import { makeMonth } from "./testing/make-month.ts";

const CELLS = 100_000;
const TEAMS = 50;
/** Cells at ten places: 0.0000000001 of a currency is the quantum. */
const QUANTUM = 10n ** 14n;

const weights = Array.from({ length: TEAMS }, (_, index) => 1 + ((index * 7919) % 100_000));
const cells = Array.from(
  { length: CELLS },
  (_, index) => BigInt(1 + ((index * 104_729_123) % 9_999_999_967)) * QUANTUM,
);
const doubles = Float64Array.from(cells, (cell) => Number(cell) / 1e24);
const keyed = weights.map((weight, index) => ({ key: `team-${index}`, weight: BigInt(weight) }));
const fractions = Float64Array.from(
  weights,
  (weight) => weight / weights.reduce((total, each) => total + each),
);
const shares = new Float64Array(CELLS * TEAMS);

/** What a program does that knows nothing of rounding: the shares add up to nearly the cell. */
function inexactly(): void {
  for (let cell = 0; cell < CELLS; cell++) {
    const amount = doubles[cell] as number;
    for (let team = 0; team < TEAMS; team++)
      shares[cell * TEAMS + team] = amount * (fractions[team] as number);
  }
}

/** To the last quantum, by largest remainder. */
function exactly(): void {
  const division = new Division(keyed);
  for (const [cell, amount] of cells.entries()) {
    const whole = Number(amount / QUANTUM);
    division.write(whole, shares, cell * TEAMS);
    let given = 0;
    for (let at = cell * TEAMS; at < (cell + 1) * TEAMS; at++) given += shares[at] as number;
    if (given !== whole) throw new Error(`${given} of ${whole} quanta were given`);
  }
}

test("100,000 cells among 50 teams", { timeout: 120_000 }, async ({ bench }) => {
  const runs = { iterations: 15, time: 0, warmupIterations: 3, warmupTime: 0 };
  const results = await bench.compare(bench("doubles", inexactly), bench("exact", exactly), runs);
  const ratio = results.get("exact").latency.p50 / results.get("doubles").latency.p50;
  console.log(`exactly, each cell checked: ${ratio.toFixed(1)} times the inexact loop`);
  expect(ratio).toBeLessThan(20);
});

test.each([
  { metrics: 1, teams: 1_000, pools: 200 },
  { metrics: 2, teams: 500, pools: 200 },
])("a month of $teams teams, $pools pools and $metrics metrics, by the day", { timeout: 300_000 }, (size) => {
  const period = parsePeriod("2026-09");
  const { attributed, config, usage } = makeMonth({ ...size, period });
  const before = cpuUsage();
  const { pools } = allocate(attributed, { config, usage, period });
  const { user, system } = cpuUsage(before);
  const seconds = (user + system) / 1e6;
  console.log(`${usage.length} rows of usage: ${seconds.toFixed(2)} s of processor time`);
  for (const { amount, shares: parts } of pools) {
    expect(parts).toHaveLength(size.teams);
    expect(sum(parts.map((part) => part.amount))).toBe(amount);
  }
  expect(seconds).toBeLessThan(5);
});
