import type { Existing, Inventory, Sought } from "@tagledger/core/ports";
import { remember } from "@tagledger/core/text/remember";
import { brokeOff } from "./broke-off.ts";
import type { Clients } from "./clients.ts";
import { type Listing, listPlace } from "./list-place.ts";
import type { Lister } from "./lister.ts";
import { loadListers } from "./listers.ts";
import { lookAt, type Reach } from "./look.ts";
import type { Place } from "./place.ts";
import { type Whole, wholeOf } from "./whole.ts";

/** Accounts and regions whose clients are kept. */
const MOST_CLIENTS = 500;

/** What an inventory of AWS needs. */
export interface InventoryOptions extends Reach {
  /** The ARN of a view of Resource Explorer, which finds what was never tagged and no service list tells. */
  readonly explorerView?: string;
  /** Who lists what services tell; all there are where it is left out. */
  readonly listers?: () => Promise<readonly Lister[]>;
}

/**
 * What exists in accounts and regions of AWS, and the tags that it carries.
 *
 * @example awsInventory({ places: [{ account: "111122223333", region: "eu-central-1" }], clientsFor })
 */
export function awsInventory({
  explorerView,
  listers: load = loadListers,
  clientsFor,
  places,
}: InventoryOptions): Inventory {
  const clientsAt = remember((_, place: Place) => clientsFor(place.account, place.region), MOST_CLIENTS);
  const reach: Reach = {
    clientsFor: (account, region) => clientsAt(`${account} ${region}`, { account, region }),
    places,
  };
  /** Of the last list that came to its end. */
  let whole: Whole = () => false;

  return {
    look: (sought) => lookAt(sought, reach),
    list,
    lists: (sought) => whole(sought),
  };

  async function* list(): AsyncGenerator<readonly Existing[]> {
    const all = await load();
    const { taggedIn: tagged } = await import("./tagged.ts");
    const types = new Set(all.flatMap((lister) => lister.types));
    const withheld = new Set<string>();
    const look = (sought: readonly Sought[]) => lookAt(sought, reach);
    const accounts = new Set<string>();
    const untagged = await untaggedBy(explorerView);
    for (const place of places) {
      const listers = all.filter(({ ofAllRegions }) => !ofAllRegions || !accounts.has(place.account));
      accounts.add(place.account);
      const clients = clientsOf(place);
      yield* listPlace({ clients, listers, whole: types, look, tagged, untagged, withheld });
    }
    whole = wholeOf(all, places, withheld);
  }

  function clientsOf(place: Place): Clients {
    const clients = reach.clientsFor(place.account, place.region);
    if (clients === null) throw brokeOff(["tag:GetResources"], place, "there is no way into this account");
    return clients;
  }

  async function untaggedBy(view: string | undefined): Promise<Listing["untagged"]> {
    if (view === undefined) return null;
    const { untaggedIn } = await import("./explored.ts");
    // A view is asked where it is, for whichever account and region.
    const [, , , region = "", account = ""] = view.split(":");
    return (place) => untaggedIn(place, view, clientsOf({ account, region }));
  }
}
