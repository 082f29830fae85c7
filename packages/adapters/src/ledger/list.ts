import { badInput } from "@tagledger/core/errors";
import type { Page, ResourceFilter, ResourceQuery } from "@tagledger/core/ledger/query";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import { VERDICTS } from "@tagledger/core/ledger/verdicts";
import { listPartition, teamPartition } from "./index-keys.ts";
import type { ItemStore, Stretch } from "./items.ts";
import { END, keyInstant } from "./key-text.ts";
import { checkPageSize, pagesOf } from "./pages.ts";
import { recordIn } from "./resource-items.ts";

/** Lists incarnations, the newest first: a verdict's or a team's list, or several of them merged. */
export async function listResources(store: ItemStore, query: ResourceQuery): Promise<Page<ResourceRecord>> {
  const { limit, after } = query;
  checkPageSize(limit);
  if (after !== undefined && !/^\d{15}#[\x20-\x7e]{1,900}$/.test(after)) {
    throw badInput(`"${after}" is no place where a list of resources goes on`, { after });
  }
  // One more for the place itself, which is included, and one to know whether there is more.
  const lists = await Promise.all(
    stretchesOf(query, after).map((stretch) =>
      store.query({ ...stretch, descending: true, limit: limit + 2 }),
    ),
  );
  // What moves from list to list while they are read may be in two.
  const found = new Map(lists.flat().map((item) => [item.place, item]));
  const merged = [...found.values()]
    .filter(({ place }) => place !== after)
    .sort((a, b) => (a.place < b.place ? 1 : -1));
  const page = merged.slice(0, limit);
  const next = merged.length > limit ? (page.at(-1)?.place ?? null) : null;
  return { items: page.map(recordIn), next };
}

/** All incarnations that a filter lets through, some at a time, in no order. */
export async function* eachResource(
  store: ItemStore,
  filter: ResourceFilter,
): AsyncIterable<readonly ResourceRecord[]> {
  for (const stretch of stretchesOf(filter)) {
    for await (const found of pagesOf(store, stretch)) yield found.map(recordIn);
  }
}

function stretchesOf({ team, verdict, ...range }: ResourceFilter, after = END): Stretch[] {
  // An instant alone comes before all keys that begin with it: as an end it excludes them, as a beginning it does not.
  const from = range.from === undefined ? "" : keyInstant(range.from);
  const end = range.to === undefined ? END : keyInstant(range.to);
  const to = after < end ? after : end;
  if (to < from) return [];
  // What is gone is in none of the verdicts' lists.
  return (verdict === undefined ? VERDICTS : [verdict]).map((each) =>
    team === undefined
      ? { index: "list", partition: listPartition(each), from, to }
      : { index: "team", partition: teamPartition(team, each), from, to },
  );
}
