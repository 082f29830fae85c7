import type { Amount } from "../money.ts";
import { type Destination, destinationKey } from "./destination.ts";

/** What counts at one destination. */
export interface Total {
  readonly destination: Destination;
  amount: Amount;
}

/** Exact sums by destination. */
export class Totals {
  readonly #byKey = new Map<string, Total>();

  add(destination: Destination, amount: Amount): void {
    const key = destinationKey(destination);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, { destination, amount });
    else known.amount += amount;
  }

  /** All sums with their keys, in no order that means anything. */
  entries(): IterableIterator<[string, Total]> {
    return this.#byKey.entries();
  }

  values(): IterableIterator<Total> {
    return this.#byKey.values();
  }
}
