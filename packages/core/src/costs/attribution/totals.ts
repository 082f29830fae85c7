import type { Amount } from "../money.ts";
import { type Destination, destinationKey } from "./destination.ts";

/** What counts at one destination. */
export interface Total {
  readonly destination: Destination;
  /** Its place among the destinations in the order in which they were met, from 0. */
  readonly index: number;
  amount: Amount;
}

/** Exact sums by destination. */
export class Totals {
  readonly #byKey = new Map<string, Total>();

  /** @returns the index of the destination */
  add(destination: Destination, amount: Amount): number {
    const key = destinationKey(destination);
    const known = this.#byKey.get(key);
    if (known === undefined) {
      const index = this.#byKey.size;
      this.#byKey.set(key, { destination, index, amount });
      return index;
    }
    known.amount += amount;
    return known.index;
  }

  /** All sums with their keys, ordered by index. */
  entries(): IterableIterator<[string, Total]> {
    return this.#byKey.entries();
  }

  /** All sums, ordered by index. */
  values(): IterableIterator<Total> {
    return this.#byKey.values();
  }
}
