import {
  factNamesPeople,
  factWithoutPeople,
  recordNamesPeople,
  recordWithoutPeople,
} from "@tagledger/core/ledger/people";
import type { Forgetting, Forgotten } from "@tagledger/core/ledger/records";
import { decode } from "./codec.ts";
import { readHistory } from "./history.ts";
import { PEOPLE } from "./index-keys.ts";
import type { ItemStore } from "./items.ts";
import { keyInstant } from "./key-text.ts";
import { HISTORY } from "./keys.ts";
import { fitting } from "./limits.ts";
import { holdsRequest } from "./request-keys.ts";
import { forgetRequest } from "./requests.ts";
import { factItem, incarnationItem, textOf, versionItem } from "./resource-items.ts";
import { forgetUploads } from "./uploads/forget.ts";
import { UPLOADS } from "./uploads/keys.ts";

const AT_ONCE = 100;

/** Takes personal data out of what is older than an instant, and removes what has expired. What it costs names nobody. */
export async function forget(
  store: ItemStore,
  { personalBefore, expiredBy }: Forgetting,
): Promise<Forgotten> {
  let personal = 0;
  for (;;) {
    const stretch = { index: "people", partition: PEOPLE, from: "", to: keyInstant(personalBefore) } as const;
    const found = await store.query({ ...stretch, limit: AT_ONCE });
    if (found.length === 0) break;
    for (const partition of new Set(found.map((item) => item.partition))) {
      personal += await forgetWithin(store, partition, personalBefore);
    }
  }
  return { personal, expired: await store.clean(expiredBy) };
}

/** A history is changed under its version, or a writer who read it before would write the names back. */
async function forgetWithin(store: ItemStore, partition: string, before: number): Promise<number> {
  if (partition === UPLOADS) return forgetUploads(store, before);
  if (holdsRequest(partition)) return forgetRequest(store, partition);
  const first = await store.get({ partition, sort: HISTORY.version });
  if (first === null) return 0;
  const { resource, version, facts, incarnations } = await readHistory(
    store,
    decode(textOf(first)) as string,
  );
  const named = [
    ...facts
      .filter((fact) => fact.at < before && factNamesPeople(fact))
      .map((fact) => factItem(resource, factWithoutPeople(fact))),
    ...incarnations
      .filter((record) => record.created < before && recordNamesPeople(record))
      .map((record) => incarnationItem(recordWithoutPeople(record))),
  ];
  const items = fitting(named, 1);
  if (items.length === 0) return 0;
  const refused = await store.write([
    { item: versionItem(resource, version + 1), when: { version } },
    ...items.map((item) => ({ item })),
  ]);
  return refused.length === 0 ? items.length : 0;
}
