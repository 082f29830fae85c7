import type { Config } from "../../config/definition.ts";
import { parseAmount } from "../../costs/money.ts";
import { parsePeriod } from "../../costs/period.ts";
import { add, multiply, type Rational, rational, ZERO } from "../../costs/rational.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { quantityWithin, rowsOf } from "../../costs/sharing/within.ts";

/** How much of a metric a team used, in units of 10^-24. */
export interface MetricQuantity {
  readonly metric: string;
  readonly quantity: Rational;
}

const UNIT = 10n ** 24n;

/** What a team used of a pool in a month, by metric in the order of the configuration; empty where nothing is measured. */
export function quantitiesOf(
  pool: Config["pools"][number] | undefined,
  usage: readonly UsageRow[],
  { team, period }: { readonly team: string; readonly period: string | null },
): MetricQuantity[] {
  if (pool?.method !== "usage" || period === null) return [];
  const month = parsePeriod(period);
  const rows = rowsOf(usage, pool, month).filter((row) => row.team === team);
  return Object.keys(pool.metric).map((metric) => ({
    metric,
    quantity: rows
      .filter((row) => row.metric === metric)
      .map((row) => quantityWithin(row, month))
      .reduce(add, ZERO),
  }));
}

/** Metrics added up by their weights: what the pool is divided by. */
export function weighted(
  quantities: readonly MetricQuantity[],
  weights: Readonly<Record<string, string>>,
): Rational {
  return quantities
    .map(({ metric, quantity }) => multiply(quantity, rational(parseAmount(weights[metric] ?? "0"), UNIT)))
    .reduce(add, ZERO);
}
