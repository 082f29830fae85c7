import { setImmediate } from "node:timers";
import type { Change } from "../ledger/items.ts";

/** The changes of one write; in its answer the places of those whose conditions do not hold. */
type Changes = readonly Change[];
type Refused = readonly number[];

interface Waiting {
  readonly changes: Changes;
  resolve(refused: Refused): void;
  reject(reason: unknown): void;
}

/** Makes writes that wait for the same turn of the event loop at once, each as if it came after those before it. */
export class SharedWrites {
  readonly #make: (writes: readonly Changes[]) => readonly Refused[];
  #waiting: Waiting[] = [];

  /** @param make makes all of them or, where it throws, none */
  constructor(make: (writes: readonly Changes[]) => readonly Refused[]) {
    this.#make = make;
  }

  write(changes: Changes): Promise<Refused> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ changes, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#makeAll());
    });
  }

  #makeAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const refused = this.#make(waiting.map(({ changes }) => changes));
      for (const [place, { resolve }] of waiting.entries()) resolve(refused[place] ?? []);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}
