import { apportionAt, quantumOf } from "../costs/apportion.ts";
import { type Amount, sum } from "../costs/money.ts";

/** What one holder has more or less of a kind of charge; never nothing. */
export interface Delta {
  readonly key: string;
  readonly amount: Amount;
}

/** A part of a holder's delta. */
export interface DeltaPart {
  readonly key: string;
  /** Whether it only changed hands; else the provider charges another amount. */
  readonly isMoved: boolean;
  /** Who had it before, or has it now; null where that is nobody, or cannot be told. */
  readonly other: string | null;
  readonly amount: Amount;
}

/**
 * Tells what changed hands of what is charged otherwise, for one kind of charge. What runs against the change of the whole
 * was moved; of what runs with it, as much was moved, and the rest is what the whole changed by, divided by largest
 * remainder.
 *
 * @param deltas ordered by key
 * @example movedAndRestated([{ key: "a", amount: 5n }, { key: "b", amount: -5n }], "USD")
 * // [{ key: "a", isMoved: true, other: "b", amount: 5n }, { key: "b", isMoved: true, other: "a", amount: -5n }]
 */
export function movedAndRestated(deltas: readonly Delta[], currency: string): DeltaPart[] {
  const total = sum(deltas.map(({ amount }) => amount));
  const isWith = ({ amount }: Delta) => amount > 0n === total >= 0n;
  const [along, against] = [deltas.filter(isWith), deltas.filter((delta) => !isWith(delta))];
  const restated = restatedParts(total, along, deltas, currency);
  const moved = along.map((delta, index) => ({ ...delta, amount: delta.amount - (restated[index] ?? 0n) }));
  const parts = [
    ...exchanged(moved, against),
    ...along.map(({ key }, index): DeltaPart => {
      return { key, isMoved: false, other: null, amount: restated[index] ?? 0n };
    }),
  ];
  return parts.filter(({ amount }) => amount !== 0n);
}

function restatedParts(
  total: Amount,
  along: readonly Delta[],
  all: readonly Delta[],
  currency: string,
): readonly Amount[] {
  if (total === 0n) return [];
  const weights = along.map(({ key, amount }) => ({ key, weight: amount < 0n ? -amount : amount }));
  // At the finest digit of all, so that nobody gets more than there is.
  const quantum = all.reduce(
    (finest, { amount }) => least(finest, quantumOf(amount, currency)),
    quantumOf(total, currency),
  );
  return apportionAt(total, weights, quantum);
}

/** What changed hands between two sides that come to nothing together. */
function exchanged(some: readonly Delta[], others: readonly Delta[]): DeltaPart[] {
  if (others.length === 0) return [];
  if (some.length === 1) return pairs(some, others);
  if (others.length === 1) return pairs(others, some);
  return [...some, ...others].map((delta) => ({ ...delta, isMoved: true, other: null }));
}

/** Where there is only one on one side, it had or has it all. */
function pairs(single: readonly Delta[], many: readonly Delta[]): DeltaPart[] {
  return single.flatMap(({ key: one }) =>
    many.flatMap(({ key, amount }) => [
      { key: one, isMoved: true, other: key, amount: -amount },
      { key, isMoved: true, other: one, amount },
    ]),
  );
}

function least(a: Amount, b: Amount): Amount {
  return a < b ? a : b;
}
