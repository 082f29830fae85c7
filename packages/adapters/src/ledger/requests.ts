import { badInput } from "@tagledger/core/errors";
import type { Page } from "@tagledger/core/ledger/query";
import type { ResourceRequest } from "@tagledger/core/ledger/request";
import { requestNamesPeople, requestWithoutPeople } from "@tagledger/core/ledger/request-people";
import type { RequestQuery } from "@tagledger/core/ports/requests";
import { decode, encode } from "./codec.ts";
import { peopleKey } from "./index-keys.ts";
import type { FoundItem, Item, ItemStore, Put } from "./items.ts";
import { END, keyInstant, keyText } from "./key-text.ts";
import { checkPageSize } from "./pages.ts";
import { REQUESTS, requestKey, teamRequests } from "./request-keys.ts";
import { textOf } from "./resource-items.ts";

/** Writes a request where nobody else changed it since it was seen. */
export function requestChange(request: ResourceRequest, revision: number): Put {
  return { item: itemOf(request, revision + 1), when: { version: revision } };
}

/** A request as it was written last. */
export async function readRequest(store: ItemStore, id: string): Promise<ResourceRequest | null> {
  const found = await store.get(requestKey(id));
  return found === null ? null : requestIn(found);
}

/** Lists requests, the newest first: all, or a team's. */
export async function listRequests(
  store: ItemStore,
  { team, limit, after }: RequestQuery,
): Promise<Page<ResourceRequest>> {
  checkPageSize(limit);
  if (after !== undefined && !/^\d{15}#[\x20-\x7e]{1,450}$/.test(after)) {
    throw badInput(`"${after}" is no place where a list of requests goes on`, { after });
  }
  const order =
    team === undefined
      ? ({ index: "list", partition: REQUESTS } as const)
      : ({ index: "team", partition: teamRequests(team) } as const);
  const stretch = { ...order, from: "", to: after ?? END, descending: true };
  // One more for the place itself, which is included, and one to know whether there is more.
  const found = (await store.query({ ...stretch, limit: limit + 2 })).filter(({ place }) => place !== after);
  const page = found.slice(0, limit);
  return { items: page.map(requestIn), next: found.length > limit ? (page.at(-1)?.place ?? null) : null };
}

/** Takes the names out of a request, where nobody changes it meanwhile; says of how many requests. */
export async function forgetRequest(store: ItemStore, partition: string): Promise<number> {
  const found = await store.get({ partition, sort: "" });
  if (found === null) return 0;
  const request = requestIn(found);
  const refused = await store.write([requestChange(requestWithoutPeople(request), request.revision)]);
  return refused.length === 0 ? 1 : 0;
}

function itemOf(request: ResourceRequest, version: number): Item {
  const { revision: _seen, ...kept } = request;
  const { id, at, team } = kept;
  const key = requestKey(id);
  const sort = `${keyInstant(at)}#${keyText(id)}`;
  return {
    ...key,
    version,
    body: encode(kept),
    indexes: {
      list: { partition: REQUESTS, sort },
      team: { partition: teamRequests(team), sort },
      ...(requestNamesPeople(request) && { people: peopleKey(at, key) }),
    },
  };
}

function requestIn(item: FoundItem): ResourceRequest {
  return { ...(decode(textOf(item)) as Omit<ResourceRequest, "revision">), revision: item.version };
}
