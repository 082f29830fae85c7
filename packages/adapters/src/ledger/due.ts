import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import { DUE } from "./index-keys.ts";
import type { ItemStore } from "./items.ts";
import { END, keyInstant } from "./key-text.ts";
import { checkPageSize } from "./pages.ts";
import { recordIn } from "./resource-items.ts";
import { SHARDS, shardPartition } from "./shards.ts";

/**
 * Incarnations that have to be looked at again by an instant, it included, those that wait longest first.
 *
 * @throws RangeError when the limit is not from 1 to 1000
 */
export async function listDue(store: ItemStore, by: number, limit: number): Promise<ResourceRecord[]> {
  checkPageSize(limit);
  // All that wait could be in one part, so each is asked for as many as are wanted.
  const stretch = { index: "due", from: "", to: `${keyInstant(by)}${END}`, limit } as const;
  const parts = await Promise.all(
    SHARDS.map((shard) => store.query({ ...stretch, partition: shardPartition(DUE, shard) })),
  );
  const ordered = parts.flat().sort((a, b) => (a.place < b.place ? -1 : 1));
  return ordered.slice(0, limit).map(recordIn);
}
