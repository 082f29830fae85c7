import type { Leaf } from "../leaf.ts";
import type { Amount } from "../money.ts";
import type { Totals } from "./totals.ts";

/**
 * How the team of direct cost was established; all but its own tag, on the bill or as the ledger remembers it, is inferred
 * or decided, never tag coverage.
 */
export const ESTABLISHED_BY = ["tag", "ledger", "assign", "principal", "account", "policy"] as const;

/** One way in which the team of direct cost was established. */
export type EstablishedBy = (typeof ESTABLISHED_BY)[number];

/** Direct cost of a leaf, by how its team was established. */
export interface EstablishedAmount {
  readonly leaf: Leaf;
  readonly by: EstablishedBy;
  amount: Amount;
}

/** Keeps how the teams of direct costs were established. */
export class EstablishedTotals {
  /** By the index of the leaf's destination in the totals, and the way. */
  readonly #byKey = new Map<number, EstablishedAmount>();

  /** @param index of the leaf's destination in the totals */
  add(index: number, leaf: Leaf, by: EstablishedBy, amount: Amount): void {
    const key = index * ESTABLISHED_BY.length + ESTABLISHED_BY.indexOf(by);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, { leaf, by, amount });
    else known.amount += amount;
  }

  /** All sums; what stands in the totals beyond them got there by a policy. */
  within(totals: Totals): EstablishedAmount[] {
    for (const { destination, index, amount } of totals.values()) {
      if (destination.kind === "direct") this.add(index, destination.leaf, "policy", amount);
    }
    for (const [key, { leaf, by, amount }] of this.#byKey) {
      const index = Math.floor(key / ESTABLISHED_BY.length);
      if (by !== "policy") this.add(index, leaf, "policy", -amount);
    }
    return [...this.#byKey.values()];
  }
}
