import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import { decode, encode } from "./codec.ts";
import type { ItemStore, Put, Removal } from "./items.ts";
import { OUTGOING, outgoingKey, WHOLE } from "./keys.ts";
import { checkPageSize } from "./pages.ts";
import { textOf } from "./resource-items.ts";
import { SHARDS, shardPartition } from "./shards.ts";

/** Keeps an event until it is sent. */
export function outgoingChange(event: OutgoingEvent): Put {
  return { item: { ...outgoingKey(event), version: 1, body: encode(event) } };
}

/** Forgets an event that was sent. */
export function sentChange(event: OutgoingEvent): Removal {
  return { remove: outgoingKey(event) };
}

/**
 * Events that were not sent yet, the oldest first, as they are at this instant: in the order of their own keys, which is
 * never a moment behind.
 *
 * @throws RangeError when the limit is not from 1 to 1000
 */
export async function listOutgoing(store: ItemStore, limit: number): Promise<OutgoingEvent[]> {
  checkPageSize(limit);
  // The oldest could all be in one part, so each is asked for as many as are wanted.
  const parts = await Promise.all(
    SHARDS.map((shard) => store.query({ partition: shardPartition(OUTGOING, shard), ...WHOLE, limit })),
  );
  const ordered = parts.flat().sort((a, b) => (a.place < b.place ? -1 : 1));
  return ordered.slice(0, limit).map((item) => decode(textOf(item)) as OutgoingEvent);
}
