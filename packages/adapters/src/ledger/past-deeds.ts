import type { PastDeeds } from "@tagledger/core/ledger/past-deeds";
import { decode, encode } from "./codec.ts";
import type { ItemStore, Put } from "./items.ts";
import { DEEDS } from "./keys.ts";
import { textOf } from "./resource-items.ts";

/** Replaces what breakers count and held back, where it still has the version that was seen. */
export function deedsChange({ version, deeds, holds }: PastDeeds): Put {
  return { item: { ...DEEDS, version: version + 1, body: encode({ deeds, holds }) }, when: { version } };
}

/** Reads what breakers count and held back: nothing where nothing was done yet. */
export async function readDeeds(store: ItemStore): Promise<PastDeeds> {
  const found = await store.get(DEEDS);
  if (found === null) return { version: 0, deeds: [], holds: [] };
  const { deeds, holds } = decode(textOf(found)) as Omit<PastDeeds, "version">;
  return { version: found.version, deeds, holds };
}
