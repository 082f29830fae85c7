import { apportionShares } from "../../../costs/apportion-shares.ts";
import type { Destination } from "../../../costs/attribution/destination.ts";
import type { Basis } from "../../../costs/charge.ts";
import { type Leaf, leafKey } from "../../../costs/leaf.ts";
import { type Amount, sum } from "../../../costs/money.ts";
import { keeps, leafOf } from "../../where.ts";
import { elementsOf, type FocusElement } from "./ratios.ts";
import type { FocusPool, FocusSource } from "./source.ts";

/** Where the money of a row ended. */
export type FocusPlace =
  | { readonly kind: "direct"; readonly leaf: Leaf }
  | { readonly kind: "unallocated"; readonly reason: string; readonly value: string | null }
  | { readonly kind: "excluded" };

/** One row: money, where it ended and on which bases that is known. */
export interface FocusCharge {
  readonly place: FocusPlace;
  /** What the row is of its origin charge; null where it was not divided. */
  readonly allocated: {
    readonly pool: FocusPool;
    readonly elements: readonly FocusElement[];
  } | null;
  readonly costs: ReadonlyMap<Basis, Amount>;
}

/** Every part of the bill once: what counted at once, then each pool's parts. */
export function focusCharges(source: FocusSource): FocusCharge[] {
  return [...placedCharges(source), ...source.pools.flatMap((pool) => sharedCharges(pool, source))];
}

function placedCharges({ report, pools, others }: FocusSource): FocusCharge[] {
  const bases = [report.basis, ...others.keys()];
  const sums = new Map<string, { place: FocusPlace; costs: Map<Basis, Amount> }>();
  const add = (basis: Basis, place: FocusPlace, amount: Amount) => {
    const key = placeKey(place);
    const known = sums.get(key) ?? { place, costs: new Map(bases.map((each) => [each, 0n])) };
    known.costs.set(basis, (known.costs.get(basis) ?? 0n) + amount);
    sums.set(key, known);
  };
  for (const { leaf, direct } of report.leaves) add(report.basis, { kind: "direct", leaf }, direct);
  for (const { reason, value, amount } of report.unallocated)
    add(report.basis, { kind: "unallocated", reason, value }, amount);
  add(report.basis, { kind: "excluded" }, report.totals.excluded);
  const kept = (destination: Destination) => keeps(leafOf(destination), report.where);
  // A report tells what is nobody's as one; the parts of pools among it have rows of their own.
  for (const { destination, amount } of pools.flatMap(({ shares }) => shares)) {
    if (destination.kind === "unallocated" && kept(destination))
      add(report.basis, placeOf(destination), -amount);
  }
  for (const [basis, totals] of others) {
    for (const { destination, amount } of totals) {
      if (destination.kind !== "pool" && kept(destination)) add(basis, placeOf(destination), amount);
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { place, costs }]) => ({ place, allocated: null, costs }))
    .filter(({ costs }) => [...costs.values()].some((cost) => cost !== 0n));
}

/** What is nobody's is one row for each reason and value, as in a report. */
function placeOf(destination: Exclude<Destination, { kind: "pool" }>): FocusPlace {
  if (destination.kind !== "unallocated") return destination;
  const { kind, reason, value } = destination;
  return { kind, reason, value };
}

function placeKey(place: FocusPlace): string {
  if (place.kind === "direct") return JSON.stringify([place.kind, leafKey(place.leaf)]);
  return JSON.stringify(place.kind === "excluded" ? [place.kind] : [place.kind, place.reason, place.value]);
}

function sharedCharges(pool: FocusPool, { report, others }: FocusSource): FocusCharge[] {
  const { shares } = pool;
  if (shares.length === 0) return [];
  const elements = elementsOf(shares);
  // On every basis a pool is divided by the same fractions.
  const onOthers = [...others].map(([basis, totals]) => {
    const own = totals.filter(
      ({ destination }) => destination.kind === "pool" && destination.pool === pool.pool,
    );
    const whole = sum(own.map(({ amount }) => amount));
    const amounts = apportionShares(whole, shares, report.currency);
    return [basis, amounts] as const;
  });
  return shares.flatMap((share, index): FocusCharge[] => {
    const { destination, amount } = share;
    if (destination.kind === "pool" || !keeps(leafOf(destination), report.where)) return [];
    const costs = new Map([
      [report.basis, amount],
      ...onOthers.map(([basis, amounts]) => [basis, amounts[index] ?? 0n] as const),
    ]);
    return [{ place: placeOf(destination), allocated: { pool, elements: elements[index] ?? [] }, costs }];
  });
}
