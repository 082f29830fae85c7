import { arnFacts } from "@tagledger/core/catalog/arn";
import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Existing } from "@tagledger/core/ports";
import { brokeOff, sayingWhich } from "./broke-off.ts";
import type { Clients } from "./clients.ts";
import { listedAs } from "./listed.ts";
import type { Listed, Lister } from "./lister.ts";
import type { Place } from "./place.ts";
import type { LiveLook } from "./reader.ts";
import { byTaggingApi, readerOf } from "./readers.ts";

const EXPLORER = "resource-explorer-2:ListResources";

/** How one account and region is listed. */
export interface Listing {
  readonly clients: Clients;
  /** What the Tagging API tells, by ARN. */
  readonly tagged: (clients: Clients) => Promise<ReadonlyMap<string, TagMap>>;
  readonly listers: readonly Lister[];
  /** The types that are listed as a whole, be it here or with another region. */
  readonly whole: ReadonlySet<string>;
  /** Looks at what a list tells without tags. */
  readonly look: (listed: readonly Listed[]) => Promise<readonly LiveLook[]>;
  /** What Resource Explorer tells that has no tags; null where it is not asked. */
  readonly untagged: ((place: Place) => AsyncIterable<readonly Listed[]>) | null;
  /** Takes the names of what is there, though its tags could not be read. */
  readonly withheld: Set<string>;
}

/**
 * Lists an account and region. Of the types that a service lists as a whole, the Tagging API only tells the tags: it
 * goes on telling of what is gone, for hours.
 *
 * @throws outside-failure naming the call where a list breaks off
 */
export async function* listPlace(listing: Listing): AsyncGenerator<readonly Existing[]> {
  const { clients, listers, whole } = listing;
  const tagged = await listing.tagged(clients).catch((error: unknown) => {
    throw brokeOff(["tag:GetResources"], clients, error);
  });
  const isWhole = (arn: string) => whole.has(arnFacts(arn).type);
  const others = [...tagged].filter(([arn]) => !isWhole(arn));
  yield others.map(([arn, tags]) => ({ ...listedAs(arn, clients), tags }));
  for (const { calls, list } of listers) {
    for await (const page of sayingWhich(calls, clients, list(clients))) {
      const news = page.filter(({ arn }) => isWhole(arn) || !tagged.has(arn));
      yield await withTags(news, tagged, listing);
    }
  }
  if (listing.untagged === null) return;
  for await (const page of sayingWhich([EXPLORER], clients, listing.untagged(clients))) {
    const news = page.filter(({ arn }) => !isWhole(arn) && !tagged.has(arn));
    yield await withTags(news.map(agreed), tagged, listing);
  }
}

/** With tags as the list tells them, else as the Tagging API does, else as the service does when it is asked for each. */
async function withTags(
  page: readonly Listed[],
  tagged: ReadonlyMap<string, TagMap>,
  { look, withheld }: Listing,
): Promise<Existing[]> {
  const known: Existing[] = [];
  const unknown: Listed[] = [];
  for (const each of page) {
    const tags = each.tags ?? tagged.get(each.arn);
    if (tags === undefined) unknown.push(each);
    else known.push({ ...each, tags });
  }
  const looks = unknown.length === 0 ? [] : await look(unknown);
  for (const [place, each] of unknown.entries()) {
    const found = looks[place] ?? { miss: "failed" };
    if ("tags" in found) known.push({ ...each, tags: found.tags });
    else if (found.miss !== "absent") withheld.add(each.resource);
  }
  return known;
}

/** What nobody else can be asked about has no tags where the Explorer says so and the Tagging API knows of none. */
function agreed(listed: Listed): Listed {
  return readerOf(listed.type) === byTaggingApi ? { ...listed, tags: {} } : listed;
}
