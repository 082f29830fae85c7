import type { Amount } from "../money.ts";
import { type Destination, destinationKey } from "./destination.ts";

/** What counts at one destination. */
export interface Total {
  readonly destination: Destination;
  /** What tells it from others, and orders them. */
  readonly key: string;
  /** Its place among the destinations in the order in which they were met, from 0. */
  readonly index: number;
  amount: Amount;
}

/** Exact sums by destination. */
export class Totals {
  readonly #byKey = new Map<string, Total>();
  readonly #inOrder: Total[] = [];

  /** @returns the index of the destination */
  add(destination: Destination, amount: Amount): number {
    const key = destinationKey(destination);
    const known = this.#byKey.get(key);
    if (known === undefined) {
      const total = { destination, key, index: this.#inOrder.length, amount };
      this.#byKey.set(key, total);
      this.#inOrder.push(total);
      return total.index;
    }
    known.amount += amount;
    return known.index;
  }

  /** The sum of a destination; undefined where none has that index. */
  at(index: number): Total | undefined {
    return this.#inOrder[index];
  }

  /** All sums, ordered by index. */
  values(): IterableIterator<Total> {
    return this.#inOrder.values();
  }
}
