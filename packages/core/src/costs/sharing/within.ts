import type { Pool } from "../../config/definition/costs.ts";
import type { Period } from "../period.ts";
import { type Rational, rational } from "../rational.ts";
import { metricWeight } from "./metric-weight.ts";
import type { UsageRow } from "./usage.ts";

/** The rows of a pool that say something about its metrics in a period. */
export function rowsOf(
  rows: readonly UsageRow[],
  pool: Extract<Pool, { method: "usage" }>,
  { start, end }: Period,
): UsageRow[] {
  return rows.filter(
    (row) =>
      row.pool === pool.name &&
      metricWeight(pool, row.metric) !== undefined &&
      row.start < end &&
      row.end > start,
  );
}

/** The part of a quantity that falls into a period, in units of 10^-24, as if it were spread evenly over its time. */
export function quantityWithin(row: UsageRow, period: Period): Rational {
  const inside = Math.min(row.end, period.end) - Math.max(row.start, period.start);
  const whole = row.end - row.start;
  return inside === whole
    ? { n: row.quantity, d: 1n }
    : rational(row.quantity * BigInt(inside), BigInt(whole));
}
