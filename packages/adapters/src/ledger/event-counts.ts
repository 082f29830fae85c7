import { badInput } from "@tagledger/core/errors";
import type { EventCount, EventRecord } from "@tagledger/core/ledger/records";
import { decode } from "./codec.ts";
import { dayOfEvents } from "./index-keys.ts";
import type { ItemStore } from "./items.ts";
import { WHOLE } from "./keys.ts";
import { pagesOf } from "./pages.ts";
import { textOf } from "./resource-items.ts";
import { SHARDS, shardPartition } from "./shards.ts";

/**
 * Counts the events of a UTC day by what they came to, the most frequent first. One that has expired counts for as long
 * as the store still holds it.
 *
 * @throws bad-input when it is no day
 */
export async function countEvents(store: ItemStore, day: string): Promise<EventCount[]> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw badInput(`"${day}" is not a day; expected one such as 2026-09-01`, { value: day });
  }
  const counts = new Map<string, EventCount>();
  for (const shard of SHARDS) {
    const partition = shardPartition(dayOfEvents(day), shard);
    for await (const items of pagesOf(store, { index: "list", partition, ...WHOLE })) {
      for (const item of items) {
        const { outcome, reason } = decode(textOf(item)) as EventRecord;
        const key = textKey({ outcome, reason });
        counts.set(key, { outcome, reason, count: (counts.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  return [...counts]
    .sort(([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || (a < b ? -1 : 1))
    .map(([, count]) => count);
}

/** Ordered by outcome and reason; that there is no reason comes first, and no reason looks like that. */
function textKey({ outcome, reason }: Pick<EventRecord, "outcome" | "reason">): string {
  return reason === null ? outcome : `${outcome} ${reason}`;
}
