import type { Amount } from "../money.ts";
import { divideLarge, type WholeShares } from "./large.ts";
import { MOST_WEIGHT, SmallDivision } from "./small.ts";

/** One part of a whole that is divided: its key breaks ties, its weight is never negative. */
export interface Part {
  readonly key: string;
  readonly weight: bigint;
}

/** What came of dividing an amount, in the order of the parts. */
export interface Parted {
  readonly amounts: Amount[];
  /** For each part the quanta that rounding gave beyond the whole ones: 0 or 1. */
  readonly units: Uint8Array;
}

/** Parts that any number of amounts are divided among, exactly and by largest remainder; equal remainders go to the smaller key. */
export class Division {
  readonly #weights: readonly bigint[];
  readonly #total: bigint;
  readonly #places: readonly number[];
  readonly #small: SmallDivision | undefined;
  readonly #shares: Float64Array;

  /**
   * @param parts in any order; their weights sum to more than 0
   * @throws RangeError when no weight is positive
   */
  constructor(parts: readonly Part[]) {
    this.#weights = parts.map(({ weight }) => weight);
    this.#total = this.#weights.reduce((total, weight) => total + weight, 0n);
    if (this.#total <= 0n) throw new RangeError("an amount can only be divided by a positive weight");
    this.#places = placesOf(parts);
    const isSmall = this.#total <= BigInt(MOST_WEIGHT);
    this.#small = isSmall ? new SmallDivision(this.#weights.map(Number), this.#places) : undefined;
    this.#shares = new Float64Array(isSmall ? parts.length : 0);
  }

  /**
   * Divides an amount that is a multiple of the quantum; a negative one is mirrored.
   *
   * @example new Division([{ key: "a", weight: 1n }, { key: "b", weight: 1n }]).at(3n, 1n).amounts // [2n, 1n]
   */
  at(amount: Amount, quantum: Amount): Parted {
    const [whole, signed] = amount < 0n ? [-amount / quantum, -quantum] : [amount / quantum, quantum];
    const { shares, units } = this.#whole(whole);
    return { amounts: shares.map((share) => share * signed), units };
  }

  /**
   * Divides a number of quanta and writes what each part gets: for very many amounts by the same weights.
   *
   * @param whole from 0 to 2^53 - 1
   * @param into has room for all parts from `start` on
   */
  write(whole: number, into: Float64Array, start = 0): void {
    if (this.#small !== undefined) {
      this.#small.into(whole, into, start);
      return;
    }
    const { shares } = divideLarge(BigInt(whole), this.#weights, this.#total, this.#places);
    for (const [index, share] of shares.entries()) into[start + index] = Number(share);
  }

  #whole(whole: bigint): WholeShares {
    if (this.#small === undefined || whole > BigInt(Number.MAX_SAFE_INTEGER))
      return divideLarge(whole, this.#weights, this.#total, this.#places);
    const least = this.#small.into(Number(whole), this.#shares, 0);
    const units = new Uint8Array(this.#shares.length);
    for (const index of units.keys()) units[index] = this.#small.gaveMore(index, least) ? 1 : 0;
    return { shares: Array.from(this.#shares, BigInt), units };
  }
}

/** For each part how many keys come after its own. */
function placesOf(parts: readonly Part[]): number[] {
  const places = parts.map((_, index) => index);
  places.sort((a, b) => compareText(parts[a]?.key ?? "", parts[b]?.key ?? "") || a - b);
  const ranks = new Array<number>(parts.length);
  for (const [rank, index] of places.entries()) ranks[index] = parts.length - 1 - rank;
  return ranks;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
