import type { Sought } from "@tagledger/core/ports";
import type { Lister } from "./lister.ts";
import { type Place, placeOf } from "./place.ts";

/** Whether a list held a resource if that exists. */
export type Whole = (sought: Sought) => boolean;

/**
 * What a list that came to its end held as a whole: the types that services list as such, in the accounts and regions
 * that were listed, but for what is there and could not be read.
 */
export function wholeOf(
  listers: readonly Lister[],
  places: readonly Place[],
  withheld: ReadonlySet<string>,
): Whole {
  const everywhere = new Set(
    listers.filter(({ ofAllRegions }) => ofAllRegions).flatMap(({ types }) => types),
  );
  const types = new Set(listers.flatMap((lister) => lister.types));
  return (sought) => {
    const at = placeOf(sought, places);
    if (at === null || !types.has(sought.type) || withheld.has(sought.resource)) return false;
    return places.some(
      ({ account, region }) =>
        account === at.account && (region === at.region || everywhere.has(sought.type)),
    );
  };
}
