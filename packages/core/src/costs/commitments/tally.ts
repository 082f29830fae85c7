import type { Attributed, AttributionObserver } from "../attribution/attribute.ts";
import type { Destination } from "../attribution/destination.ts";
import type { ChargeGroup } from "../charge.ts";
import type { Amount } from "../money.ts";
import { type Cover, coverOf } from "./covered.ts";

/** Sums by {@link destinationKey}. */
export type ByDestination = ReadonlyMap<string, Amount>;

/** What commitments cost, or would cost without them, on one basis. */
export interface CommitmentSums {
  /** Covered usage, by what covers it. */
  readonly covered: ReadonlyMap<string, ByDestination>;
  /** What nobody used. */
  readonly unused: ByDestination;
  readonly destinations: ReadonlyMap<string, Destination>;
}

/** Hears charges as they are attributed, and keeps those of commitments. */
export class CommitmentTally implements AttributionObserver {
  readonly #covered = new Map<string, Map<number, Amount>>();
  readonly #unused = new Map<number, Amount>();

  readonly placed = (group: ChargeGroup, destination: number | null): void => {
    // What follows other charges is told by where it ended.
    if (destination === null) return;
    const cover = group.unusedCommitment ? null : coverOf(group);
    if (group.unusedCommitment) addTo(this.#unused, destination, group.amount);
    if (cover !== null) addTo(this.#sumsOf(cover), destination, group.amount);
  };

  /** Whether any charge was of a commitment. */
  get isEmpty(): boolean {
    return this.#covered.size === 0 && this.#unused.size === 0;
  }

  /** The sums, once all charges were heard. */
  sums({ totals, followed }: Pick<Attributed, "totals" | "followed">): CommitmentSums {
    const keys: string[] = [];
    const destinations = new Map<string, Destination>();
    for (const { key, index, destination } of totals.values()) {
      keys[index] = key;
      destinations.set(key, destination);
    }
    const unused = new Map(this.#unused);
    for (const { kind, index, amount } of followed) {
      if (kind === "unusedCommitment") addTo(unused, index, amount);
    }
    const named = (sums: ReadonlyMap<number, Amount>) =>
      new Map([...sums].map(([index, amount]) => [keys[index] ?? "", amount]));
    return {
      covered: new Map([...this.#covered].map(([cover, sums]) => [cover, named(sums)])),
      unused: named(unused),
      destinations,
    };
  }

  #sumsOf({ type, service }: Cover): Map<number, Amount> {
    const key = JSON.stringify([type, service]);
    const sums = this.#covered.get(key) ?? new Map<number, Amount>();
    this.#covered.set(key, sums);
    return sums;
  }
}

function addTo(sums: Map<number, Amount>, index: number, amount: Amount): void {
  sums.set(index, (sums.get(index) ?? 0n) + amount);
}
