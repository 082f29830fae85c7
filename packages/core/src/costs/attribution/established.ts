import { type Leaf, leafKey } from "../leaf.ts";
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
  readonly #byKey = new Map<string, EstablishedAmount>();

  add(leaf: Leaf, by: EstablishedBy, amount: Amount): void {
    const key = `${leafKey(leaf)}\u0002${by}`;
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, { leaf, by, amount });
    else known.amount += amount;
  }

  /** All sums; what stands in the totals beyond them got there by a policy. */
  within(totals: Totals): EstablishedAmount[] {
    for (const { destination, amount } of totals.values()) {
      if (destination.kind === "direct") this.add(destination.leaf, "policy", amount);
    }
    for (const { leaf, by, amount } of this.#byKey.values()) {
      if (by !== "policy") this.add(leaf, "policy", -amount);
    }
    return [...this.#byKey.values()];
  }
}
