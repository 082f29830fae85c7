import type { Placed } from "../bills/placements.ts";
import { Placements } from "../bills/placements.ts";
import type { Destination } from "../costs/attribution/destination.ts";
import type { Totals } from "../costs/attribution/totals.ts";
import type { ChargeGroup } from "../costs/charge.ts";

const NOT_TOLD = -1;

/** Notes where each combination of facts of stored bills counts, however many there will be. */
export class HeardPlaces {
  readonly #heard: (number | null)[] = [];

  /** What `attribute` tells of a group. */
  readonly placed = ({ combination }: Pick<ChargeGroup, "combination">, destination: number | null): void => {
    if (combination === undefined) throw new RangeError("the charges of a stored bill are numbered");
    this.#heard[combination] = destination;
  };

  /**
   * All that was heard, destinations in the order of their holders; what follows others and what goes to pools has no day
   * of its own.
   *
   * @param totals those that `attribute` gave
   * @throws RangeError where a combination was not told of
   */
  ordered(totals: Totals, combinations: number): Placed {
    const placements = new Placements(combinations);
    for (const [combination, destination] of this.#heard.entries())
      if (destination !== undefined) placements.placed({ combination }, destination);
    const placed = placements.ordered(totals);
    return {
      ...placed,
      combinations: placed.combinations.map((index) => (ends(placed.destinations[index]) ? index : NOT_TOLD)),
    };
  }
}

function ends(destination: Destination | null | undefined): boolean {
  return destination !== null && destination !== undefined && destination.kind !== "pool";
}
