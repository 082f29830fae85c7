import { SHARED_PROJECT } from "../../costs/leaf.ts";
import type { Amount } from "../../costs/money.ts";
import type { MonthCell } from "../month/cell.ts";
import { largestFirst } from "../render/wording/order.ts";

/** Where money of a team is: what it was spent on, and in which account. */
export interface Place {
  /** The provider's service code; empty for what is of none, or of several. */
  readonly service: string;
  readonly account: string;
  readonly amount: Amount;
}

/**
 * Where most of a team's direct cost of some leaves is, so that whoever is to tag it finds it; what is of no service, as
 * taxes are, carries no tags and is left out.
 */
export function placesOf(
  cells: readonly MonthCell[],
  isAsked: (leaf: MonthCell["leaf"]) => boolean,
  most: number,
): Place[] {
  const byPlace = new Map<string, Place>();
  for (const { leaf, service, account, pool, amount } of cells) {
    if (pool !== null || service === "" || leaf.project === SHARED_PROJECT || !isAsked(leaf)) continue;
    const key = JSON.stringify([service, account]);
    const known = byPlace.get(key)?.amount ?? 0n;
    byPlace.set(key, { service, account, amount: known + amount });
  }
  return [...byPlace]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, place]) => place)
    .filter(({ amount }) => amount > 0n)
    .sort(largestFirst((each) => each.amount))
    .slice(0, most);
}
