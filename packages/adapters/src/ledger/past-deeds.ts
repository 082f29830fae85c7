import type { PastDeed, PastDeeds } from "@tagledger/core/ledger/past-deeds";
import { decode, encode } from "./codec.ts";
import type { ItemStore, Put } from "./items.ts";
import { DEEDS } from "./keys.ts";
import { textOf } from "./resource-items.ts";

/** Replaces what breakers count where it still has the version that was seen. */
export function deedsChange({
  version,
  deeds,
}: {
  readonly version: number;
  readonly deeds: readonly PastDeed[];
}): Put {
  return { item: { ...DEEDS, version: version + 1, body: encode(deeds) }, when: { version } };
}

/** Reads what breakers count: nothing where nothing was done yet. */
export async function readDeeds(store: ItemStore): Promise<PastDeeds> {
  const found = await store.get(DEEDS);
  if (found === null) return { version: 0, deeds: [] };
  return { version: found.version, deeds: decode(textOf(found)) as PastDeed[] };
}
