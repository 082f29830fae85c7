import type { Destination, UnallocatedReason } from "../attribution/destination.ts";
import { destinationKey } from "../attribution/destination.ts";
import { type Leaf, NO_LEAF } from "../leaf.ts";
import { add, lcm, type Rational, ZERO } from "../rational.ts";

/** How a pool is divided before any method is applied: whole numbers that only mean something to each other. */
export interface Weights {
  /** By {@link destinationKey}: leaves of teams, and parts that stay unallocated. */
  readonly leaves: ReadonlyMap<string, bigint>;
  /** By name of the pool that consumes. */
  readonly pools: ReadonlyMap<string, bigint>;
  /** What the keys of `leaves` stand for. */
  readonly destinations: ReadonlyMap<string, Destination>;
}

/** Collects fractional weights and brings them over one denominator. */
export class WeightsBuilder {
  readonly #leaves = new Map<string, Rational>();
  readonly #pools = new Map<string, Rational>();
  readonly #destinations = new Map<string, Destination>();

  addLeaf(leaf: Leaf, weight: Rational): this {
    return this.#add({ kind: "direct", leaf }, weight);
  }

  addUnallocated(reason: UnallocatedReason, value: string, weight: Rational): this {
    return this.#add({ kind: "unallocated", reason, value, leaf: NO_LEAF }, weight);
  }

  addPool(pool: string, weight: Rational): this {
    if (weight.n > 0n) this.#pools.set(pool, add(this.#pools.get(pool) ?? ZERO, weight));
    return this;
  }

  build(): Weights {
    const all = [...this.#leaves.values(), ...this.#pools.values()];
    const denominator = all.reduce((common, { d }) => lcm(common, d), 1n);
    const whole = (weights: ReadonlyMap<string, Rational>) =>
      new Map([...weights].map(([key, { n, d }]) => [key, n * (denominator / d)]));
    return { leaves: whole(this.#leaves), pools: whole(this.#pools), destinations: this.#destinations };
  }

  #add(destination: Destination, weight: Rational): this {
    if (weight.n <= 0n) return this;
    const key = destinationKey(destination);
    this.#leaves.set(key, add(this.#leaves.get(key) ?? ZERO, weight));
    this.#destinations.set(key, destination);
    return this;
  }
}
