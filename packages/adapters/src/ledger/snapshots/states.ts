import type { Basis } from "@tagledger/core/costs/charge";
import type { SnapshotState } from "@tagledger/core/snapshots/state";
import { compress, decompress } from "../bills/compress.ts";
import { decode, encode } from "../codec.ts";
import { readContent, storeContent } from "../content.ts";
import type { FoundItem, ItemStore, Put } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { STATES, stateKey } from "./keys.ts";

/** What is longer does not fit into an item with its keys. */
const MOST_BYTES = 300_000;

/** What is known of the snapshots of a period on a basis. */
export async function readState(store: ItemStore, period: string, basis: Basis): Promise<SnapshotState> {
  const found = await store.get(stateKey({ period, basis }));
  return found === null ? { period, basis, revision: 0, snapshots: [], crossed: [] } : stateIn(store, found);
}

/** Everything of which anything is known, ordered by period and basis. */
export async function listStates(store: ItemStore): Promise<SnapshotState[]> {
  const found = await store.query({ partition: STATES, ...WHOLE });
  return Promise.all(found.map((item) => stateIn(store, item)));
}

/** Replaces what is known of a period on a basis, where nobody else did. */
export async function stateChange(store: ItemStore, state: SnapshotState, revision: number): Promise<Put> {
  const { revision: _seen, ...kept } = state;
  const text = encode(kept);
  const bytes = await compress(text);
  const body = bytes.length <= MOST_BYTES ? bytes : await storeContent(store, text);
  return { item: { ...stateKey(state), version: revision + 1, body }, when: { version: revision } };
}

async function stateIn(store: ItemStore, { body, version }: FoundItem): Promise<SnapshotState> {
  const text =
    typeof body === "string" ? await readContent(store, body) : (await decompress(body)).toString("utf8");
  return { ...(decode(text) as SnapshotState), revision: version };
}
