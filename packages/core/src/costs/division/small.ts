import { largest } from "./largest.ts";

/** The greatest sum of weights of which every product fits a double exactly: its square is 2^52. */
export const MOST_WEIGHT = 2 ** 26;

const MOST_BUCKETS = 4096;

/**
 * Divides whole numbers by small weights, in doubles that hold every whole number on the way exactly. Who is given what
 * is left is found without sorting: remainders are counted by size, and only those at the limit are compared.
 */
export class SmallDivision {
  readonly #weights: Float64Array;
  readonly #total: number;
  /** For each part its place from behind among the keys, which breaks ties: the smaller key has the higher. */
  readonly #places: Float64Array;
  /** What each part has of remainder and place in the last division: all are different, the larger comes first. */
  readonly #claims: Float64Array;
  readonly #sizes: Uint16Array;
  readonly #counts: Uint32Array;
  readonly #atLimit: Float64Array;

  /**
   * @param weights whole numbers of 0 or more that sum to at most {@link MOST_WEIGHT}
   * @param places for each part another whole number from 0 to below their count; of equal remainders the higher counts
   */
  constructor(weights: readonly number[], places: readonly number[]) {
    const count = weights.length;
    this.#weights = Float64Array.from(weights);
    this.#total = weights.reduce((total, weight) => total + weight, 0);
    this.#places = Float64Array.from(places);
    this.#claims = new Float64Array(count);
    this.#sizes = new Uint16Array(count);
    this.#counts = new Uint32Array(Math.min(MOST_BUCKETS, 2 ** Math.ceil(Math.log2(count + 1))));
    this.#atLimit = new Float64Array(count);
  }

  /**
   * Divides a whole number into whole numbers by largest remainder.
   *
   * @param whole from 0 to 2^53 - 1
   * @param shares where the shares are written, from `at` on
   * @returns the least claim that was given one more, see {@link gaveMore}
   */
  into(whole: number, shares: Float64Array, at: number): number {
    const weights = this.#weights;
    const places = this.#places;
    const claims = this.#claims;
    const sizes = this.#sizes;
    const counts = this.#counts;
    const total = this.#total;
    const count = weights.length;
    const inverse = 1 / total;
    const scale = counts.length / total;
    let each = Math.floor(whole / total);
    // A quotient that is nearly a whole number may have been rounded up to it.
    if (each * total > whole) each -= 1;
    const rest = whole - each * total;
    let left = rest;
    counts.fill(0);
    for (let index = 0; index < count; index++) {
      const weight = weights[index] as number;
      const product = rest * weight;
      let share = Math.floor(product * inverse);
      let remainder = product - share * total;
      if (remainder < 0) {
        share -= 1;
        remainder += total;
      } else if (remainder >= total) {
        share += 1;
        remainder -= total;
      }
      left -= share;
      shares[at + index] = each * weight + share;
      claims[index] = remainder * count + (places[index] as number);
      const size = (remainder * scale) | 0;
      sizes[index] = size;
      counts[size] = (counts[size] as number) + 1;
    }
    if (left === 0) return Number.POSITIVE_INFINITY;
    let limit = counts.length - 1;
    while ((counts[limit] as number) < left) {
      left -= counts[limit] as number;
      limit -= 1;
    }
    const least = this.#leastAt(limit, left);
    for (let index = 0; index < count; index++) {
      const more = (claims[index] as number) >= least ? 1 : 0;
      shares[at + index] = (shares[at + index] as number) + more;
    }
    return least;
  }

  /** Whether the last division gave this part one more than its whole share. */
  gaveMore(index: number, least: number): boolean {
    return (this.#claims[index] as number) >= least;
  }

  /** The least of the claims of one size that still count, of which so many do. */
  #leastAt(size: number, wanted: number): number {
    const sizes = this.#sizes;
    const found = this.#atLimit;
    let next = 0;
    for (let index = 0; index < sizes.length; index++) {
      found[next] = this.#claims[index] as number;
      next += sizes[index] === size ? 1 : 0;
    }
    return largest(found, next, wanted);
  }
}
