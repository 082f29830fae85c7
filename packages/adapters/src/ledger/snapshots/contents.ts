import { TagledgerError } from "@tagledger/core/errors";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import type { SnapshotState } from "@tagledger/core/snapshots/state";
import { decode, encode } from "../codec.ts";
import { readContent, storeContent } from "../content.ts";
import type { ItemStore, Put } from "../items.ts";
import { textOf } from "../resource-items.ts";
import { keptKey, namedKey } from "./keys.ts";

/** Keeps a snapshot; of one id several may be kept, of which a state names one. */
export async function keepSnapshot(store: ItemStore, snapshot: Snapshot): Promise<void> {
  if ((await store.get(keptKey(snapshot))) !== null) return;
  const content = await storeContent(store, encode(snapshot));
  await store.write([{ item: { ...keptKey(snapshot), version: 1, body: content } }]);
  // Until a state says which one is read, it is the one that was kept first.
  await store.write([{ ...named(snapshot), when: { version: 0 } }]);
}

/** Has the newest snapshot of a state read under its id; nothing where there is none. */
export function namedChange({ snapshots }: SnapshotState): Put[] {
  const newest = snapshots.at(-1);
  return newest === undefined ? [] : [named(newest)];
}

/** Reads the snapshot of an id. */
export async function readSnapshot(store: ItemStore, id: string): Promise<Snapshot | null> {
  const pointer = await store.get(namedKey(id));
  if (pointer === null) return null;
  const digest = textOf(pointer);
  const kept = await store.get(keptKey({ id, digest }));
  if (kept === null) throw missing(id, digest);
  return decode(await readContent(store, textOf(kept))) as Snapshot;
}

function named({ id, digest }: { readonly id: string; readonly digest: string }): Put {
  return { item: { ...namedKey(id), version: 1, body: digest } };
}

function missing(id: string, digest: string): TagledgerError {
  const message = `the ledger does not hold the snapshot ${id} that is read, with the digest ${digest}`;
  return new TagledgerError("outside-failure", message, { id, digest });
}
