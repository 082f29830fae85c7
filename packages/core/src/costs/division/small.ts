/** The greatest sum of weights of which every product fits a double exactly: its square is 2^52. */
export const MOST_WEIGHT = 2 ** 26;

/** Divides whole numbers by small weights in doubles that hold every number on the way exactly. */
export class SmallDivision {
  readonly #weights: Float64Array;
  readonly #total: number;
  /** For each part its place from behind among the keys, which breaks ties: the smaller key has the higher. */
  readonly #places: Float64Array;
  readonly #claims: Float64Array;
  readonly #selected: Float64Array;

  /**
   * @param weights whole numbers of 0 or more that sum to at most {@link MOST_WEIGHT}
   * @param places for each part another number from 0 to below their count; of equal remainders the higher counts
   */
  constructor(weights: readonly number[], places: readonly number[]) {
    this.#weights = Float64Array.from(weights);
    this.#total = this.#weights.reduce((total, weight) => total + weight, 0);
    this.#places = Float64Array.from(places);
    this.#claims = new Float64Array(weights.length);
    this.#selected = new Float64Array(weights.length);
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
    const total = this.#total;
    const count = weights.length;
    let each = Math.floor(whole / total);
    let rest = whole - each * total;
    // A quotient within half a unit in the last place of a whole number may have been rounded up to it.
    if (rest < 0) {
      each -= 1;
      rest += total;
    }
    let left = rest;
    for (let index = 0; index < count; index++) {
      const weight = weights[index] as number;
      const product = rest * weight;
      let share = Math.floor(product / total);
      let remainder = product - share * total;
      if (remainder < 0) {
        share -= 1;
        remainder += total;
      }
      left -= share;
      shares[at + index] = each * weight + share;
      this.#claims[index] = remainder * count + (this.#places[index] as number);
    }
    if (left === 0) return Number.POSITIVE_INFINITY;
    this.#selected.set(this.#claims);
    const least = largest(this.#selected, left);
    for (let index = 0; index < count; index++) {
      if ((this.#claims[index] as number) >= least) shares[at + index] = (shares[at + index] as number) + 1;
    }
    return least;
  }

  /** Whether the last division gave this part one more than its whole share. */
  gaveMore(index: number, least: number): boolean {
    return (this.#claims[index] as number) >= least;
  }
}

/** The value of which a number of values are at least as large, by quickselect; the values are all different. */
function largest(values: Float64Array, wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  const target = wanted - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) > pivot) i++;
      while ((values[j] as number) < pivot) j--;
      if (i <= j) {
        const value = values[i] as number;
        values[i] = values[j] as number;
        values[j] = value;
        i++;
        j--;
      }
    }
    if (target <= j) high = j;
    else if (target >= i) low = i;
    else break;
  }
  return values[target] as number;
}
