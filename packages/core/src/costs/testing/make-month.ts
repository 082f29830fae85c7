import { loadConfig } from "../../config/load.ts";
import type { Attributed } from "../attribution/attribute.ts";
import { Reconciliation } from "../attribution/reconcile.ts";
import { Totals } from "../attribution/totals.ts";
import { parseAmount } from "../money.ts";
import type { Period } from "../period.ts";
import type { UsageRow } from "../sharing/usage.ts";

const DAY = 86_400_000;

/** How large a month is. */
export interface MonthSize {
  readonly teams: number;
  readonly pools: number;
  readonly metrics: number;
  readonly period: Period;
}

/** A month of a company: each team used each pool every day, in quantities as monitoring gives them. */
export function makeMonth({ teams, pools, metrics, period }: MonthSize) {
  const teamNames = Array.from({ length: teams }, (_, index) => `team-${index}`);
  const poolNames = Array.from({ length: pools }, (_, index) => `pool-${index}`);
  const metricNames = Array.from({ length: metrics }, (_, index) => `metric-${index}`);
  const lines = [
    "version: 1",
    "teams:",
    ...teamNames.map((name) => `  ${name}: {}`),
    "pools:",
    ...poolNames.map(
      (name) =>
        `  - { name: ${name}, method: usage, metric: { ${metricNames.map((name, index) => `${name}: ${9 - index}`).join(", ")} } }`,
    ),
  ];
  const { config } = loadConfig(lines.join("\n"), "tagledger.yaml");
  const totals = new Totals();
  for (const [index, pool] of poolNames.entries())
    totals.add({ kind: "pool", pool }, parseAmount(`${10_000 + index}.${String(index).padStart(10, "7")}`));
  const attributed: Attributed = {
    currency: "USD",
    totals,
    followed: [],
    followedBesides: {},
    reconciliation: new Reconciliation(),
    established: [],
    ruleHits: new Map(),
    fingerprint: "",
  };
  const usage: UsageRow[] = [];
  for (let start = period.start; start < period.end; start += DAY) {
    for (const [at, pool] of poolNames.entries()) {
      for (const [index, team] of teamNames.entries()) {
        for (const metric of metricNames)
          usage.push(rowOf({ pool, team, metric, start, quantity: quantityOf(index, at, start) }));
      }
    }
  }
  return { config, attributed, usage };
}

/** Some fraction of an hour with twelve places, another for every team, pool and day. */
function quantityOf(team: number, pool: number, start: number): bigint {
  const mixed =
    Math.imul(team + 1, 0x9e3779b1) ^ Math.imul(pool + 1, 0x85ebca6b) ^ Math.imul(start / DAY, 0xc2b2ae35);
  return BigInt((mixed >>> 0) + 1) * 10n ** 12n;
}

function rowOf(told: Pick<UsageRow, "pool" | "team" | "metric" | "start" | "quantity">): UsageRow {
  return {
    ...told,
    end: told.start + DAY,
    project: null,
    workload: null,
    environment: null,
    experiment: null,
    place: "usage.csv",
  };
}
