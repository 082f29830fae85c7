import { TagledgerError } from "@tagledger/core/errors";
import { digestOf } from "@tagledger/core/snapshots/canonical";
import { LostSnapshot } from "@tagledger/core/snapshots/lost";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import type { SnapshotState } from "@tagledger/core/snapshots/state";
import { nodeHash } from "../../node/hash.ts";
import { decode, encode } from "../codec.ts";
import { readContent, storeContent } from "../content.ts";
import type { ItemStore, Put } from "../items.ts";
import { textOf } from "../resource-items.ts";
import { keptKey, namedKey } from "./keys.ts";

/** Keeps a snapshot; of one id several may be kept, of which a state names one. */
export async function keepSnapshot(store: ItemStore, snapshot: Snapshot): Promise<void> {
  // Stored even where it was before: what became damaged meanwhile is whole again.
  const content = await storeContent(store, encode(snapshot));
  const kept = await store.get(keptKey(snapshot));
  if (kept === null || textOf(kept) !== content)
    await store.write([{ item: { ...keptKey(snapshot), version: 1, body: content } }]);
  // Until a state says which one is read, it is the one that was kept first.
  await store.write([{ ...named(snapshot), when: { version: 0 } }]);
}

/** Has the newest snapshot of a state read under its id; nothing where there is none. */
export function namedChange({ snapshots }: SnapshotState): Put[] {
  const newest = snapshots.at(-1);
  return newest === undefined ? [] : [named(newest)];
}

/**
 * Reads the snapshot of an id: the one with a digest, or the one that is read.
 *
 * @throws LostSnapshot when it is not what was kept
 */
export async function readSnapshot(
  store: ItemStore,
  id: string,
  digest?: string | undefined,
): Promise<Snapshot | null> {
  const found = await find(store, id, digest);
  if (found === null) return null;
  if (!isProven(found)) throw new LostSnapshot(found.pointer);
  return found.snapshot;
}

/**
 * Reads the same, whatever its content is.
 *
 * @throws LostSnapshot when nothing can be read of it
 */
export async function readUnproven(
  store: ItemStore,
  id: string,
  digest?: string | undefined,
): Promise<Snapshot | null> {
  return (await find(store, id, digest))?.snapshot ?? null;
}

/** A snapshot, and by what it was found. */
interface Found {
  readonly pointer: Pointer;
  readonly snapshot: Snapshot;
}

type Pointer = Pick<Snapshot, "id" | "digest">;

async function find(store: ItemStore, id: string, digest: string | undefined): Promise<Found | null> {
  const read = digest ?? (await digestThatIsRead(store, id));
  if (read === null) return null;
  const pointer = { id, digest: read };
  const kept = await store.get(keptKey(pointer));
  if (kept !== null) return { pointer, snapshot: await contentOf(store, pointer, textOf(kept)) };
  if (digest === undefined) throw new LostSnapshot(pointer);
  return null;
}

async function digestThatIsRead(store: ItemStore, id: string): Promise<string | null> {
  const pointer = await store.get(namedKey(id));
  return pointer === null ? null : textOf(pointer);
}

async function contentOf(store: ItemStore, pointer: Pointer, content: string): Promise<Snapshot> {
  try {
    return decode(await readContent(store, content)) as Snapshot;
  } catch (error) {
    // A store that cannot be reached may hold it all the same.
    const isDamaged = error instanceof TagledgerError && error.fields.hash === content;
    if (isDamaged || error instanceof SyntaxError) throw new LostSnapshot(pointer, error);
    throw error;
  }
}

/** Whether it is what its pointer names, to the last digit: whoever changes it may change the hash of its text as well. */
function isProven({ pointer, snapshot }: Found): boolean {
  if (snapshot.id !== pointer.id || snapshot.digest !== pointer.digest) return false;
  try {
    return digestOf(snapshot, nodeHash.sha256) === pointer.digest;
  } catch {
    return false;
  }
}

function named({ id, digest }: Pointer): Put {
  return { item: { ...namedKey(id), version: 1, body: digest } };
}
