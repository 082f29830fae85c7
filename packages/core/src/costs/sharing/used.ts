import { CAPACITY, pooled } from "../../config/consumers.ts";
import { destinationKey } from "../attribution/destination.ts";
import { parseAmount } from "../money.ts";
import type { Period } from "../period.ts";
import { add, divide, multiply, type Rational, ZERO } from "../rational.ts";
import { leafOf, type UsagePool } from "./driver.ts";
import { metricWeight } from "./metric-weight.ts";
import type { UsageRow } from "./usage.ts";
import { quantityWithin, rowsOf } from "./within.ts";

/** What a share of a pool used of one metric, and the part of the pool that it bears for that. */
export interface Used {
  readonly metric: string;
  /** In units of 10^-24. */
  readonly quantity: Rational;
  /** The exact fraction of the pool's amount. */
  readonly weight: Rational;
}

/**
 * What each leaf used of a pool, by destination key, where that alone made the shares what they are; empty where they came
 * about otherwise: through other pools, by the usage of another month, or by another method.
 */
export function usedOf(
  rows: readonly UsageRow[],
  pool: UsagePool,
  period: Period,
  shares: ReadonlyMap<string, Rational>,
): ReadonlyMap<string, readonly Used[]> {
  const quantities = quantitiesOf(rows, pool, period);
  const weighed = [...quantities].map(([key, metrics]) => {
    const used = [...metrics].map(([metric, quantity]) => ({
      metric,
      quantity,
      weight: multiply(quantity, { n: parseAmount(metricWeight(pool, metric) ?? "0"), d: 1n }),
    }));
    const whole = used.reduce((sum, { weight }) => add(sum, weight), ZERO);
    return { key, used: used.filter(({ weight }) => weight.n > 0n), whole };
  });
  const bearing = weighed.filter(({ whole }) => whole.n > 0n);
  const [first] = bearing;
  if (first === undefined) return new Map();
  const share = shares.get(first.key) ?? ZERO;
  if (share.n <= 0n) return new Map();
  // What all use weighs, if the shares follow from it.
  const all = divide(first.whole, share);
  const follows = bearing.every(({ key, whole }) => {
    const { n, d } = divide(whole, all);
    const known = shares.get(key) ?? ZERO;
    return known.n === n && known.d === d;
  });
  if (!follows) return new Map();
  return new Map(
    bearing.map(({ key, used }) => [
      key,
      used.map((each) => ({ ...each, weight: divide(each.weight, all) })),
    ]),
  );
}

function quantitiesOf(rows: readonly UsageRow[], pool: UsagePool, period: Period) {
  const quantities = new Map<string, Map<string, Rational>>();
  for (const row of rowsOf(rows, pool, period)) {
    if (row.team === CAPACITY || pooled(row.team) !== undefined) continue;
    const key = destinationKey({ kind: "direct", leaf: leafOf(row) });
    const metrics = quantities.get(key) ?? new Map<string, Rational>();
    metrics.set(row.metric, add(metrics.get(row.metric) ?? ZERO, quantityWithin(row, period)));
    quantities.set(key, metrics);
  }
  return quantities;
}
