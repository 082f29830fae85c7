import type { Sought } from "@tagledger/core/ports";
import type { ClientsFor } from "./clients.ts";
import { inGroups } from "./in-groups.ts";
import { type Place, placeOf } from "./place.ts";
import type { LiveLook, Named } from "./reader.ts";
import { readerOf } from "./readers.ts";

/** How accounts are reached, and which there are. */
export interface Reach {
  readonly clientsFor: ClientsFor;
  readonly places: readonly Place[];
}

/**
 * Looks at the live tags of resources, each asked for in its account and region by the call that its type takes.
 *
 * @returns a look for each, in their order
 */
export async function lookAt(sought: readonly Sought[], reach: Reach): Promise<readonly LiveLook[]> {
  // All that is asked for by an id has an ARN that is made of it.
  const named = sought.map((each): Named => ({ ...each, arn: each.arn ?? "" }));
  const whereOf = (each: Named) => (each.arn === "" ? null : placeOf(each, reach.places));
  return inGroups(
    named,
    (each) => keyOf(whereOf(each)),
    async (group): Promise<readonly LiveLook[]> => {
      const [first] = group;
      const place = first === undefined ? null : whereOf(first);
      if (place === null) return group.map(() => ({ miss: "unreadable" }));
      const clients = reach.clientsFor(place.account, place.region);
      if (clients === null) return group.map(() => ({ miss: "denied" }));
      return inGroups(
        group,
        ({ type }) => readerOf(type),
        async (some, load) => (await load()).read(clients, some),
      );
    },
  );
}

function keyOf(place: Place | null): string {
  return place === null ? "" : `${place.account} ${place.region}`;
}
