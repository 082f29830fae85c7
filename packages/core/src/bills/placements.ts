import type { Destination } from "../costs/attribution/destination.ts";
import type { Totals } from "../costs/attribution/totals.ts";
import type { ChargeGroup } from "../costs/charge.ts";
import { holderKey, holderOf } from "./holder.ts";
import type { PlacedCombinations } from "./placed.ts";

const UNKNOWN = -2;
const FOLLOWS = -1;

/** Where each combination of facts of a bill counts. */
export interface Placed {
  readonly combinations: PlacedCombinations;
  /** Ordered by holder; the last is null and stands for what follows others, which counts where those do. */
  readonly destinations: readonly (Destination | null)[];
}

/** Notes where each combination of facts counts, as `placeCharges` tells of it. */
export class Placements {
  readonly #indices: Int32Array;

  /** @param combinations how many there are */
  constructor(combinations: number) {
    this.#indices = new Int32Array(combinations).fill(UNKNOWN);
  }

  /** What `placeCharges` tells of a group. */
  readonly placed = (group: Pick<ChargeGroup, "combination">, destination: number | null): void => {
    if (group.combination === undefined) throw new RangeError("the charges of a stored bill are numbered");
    this.#indices[group.combination] = destination ?? FOLLOWS;
  };

  /**
   * All that was noted, the destinations in the order of their holders.
   *
   * @param totals those that `placeCharges` gave
   * @throws RangeError where a combination was not told of
   */
  ordered(totals: Totals): Placed {
    const all = [...totals.values()].map(({ key, destination, index }) => {
      return { destination, index, sortKey: `${holderKey(holderOf(destination))}\u0002${key}` };
    });
    all.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
    const ranks = new Int32Array(all.length);
    for (const [rank, { index }] of all.entries()) ranks[index] = rank;
    const combinations = this.#indices.map((index, combination) => {
      if (index === UNKNOWN) throw new RangeError(`nobody said where combination ${combination} counts`);
      return index === FOLLOWS ? all.length : (ranks[index] ?? all.length);
    });
    return { combinations, destinations: [...all.map(({ destination }) => destination), null] };
  }
}
