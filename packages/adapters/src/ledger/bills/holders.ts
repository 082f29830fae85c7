import type { Holder } from "@tagledger/core/bills/day";
import { holderKey } from "@tagledger/core/bills/holder";
import { decode, encode } from "../codec.ts";
import type { FoundItem, ItemStore } from "../items.ts";
import { END } from "../key-text.ts";
import { WHOLE } from "../keys.ts";
import { textOf } from "../resource-items.ts";
import { exportText, holdersPartition, holderText } from "./keys.ts";

/**
 * Who has days of an export in a month, or had: nobody is ever taken off the list, because somebody else may rely on
 * having seen them on it. All exports where none is named; ordered as days are.
 */
export async function listHolders(store: ItemStore, period: string, name?: string): Promise<Holder[]> {
  const partition = holdersPartition(period);
  const range =
    name === undefined ? WHOLE : { from: `${exportText(name)}#`, to: `${exportText(name)}#${END}` };
  const found = await store.query({ partition, ...range });
  const distinct = new Map(found.map((item) => [holderKey(holderIn(item)), holderIn(item)]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, holder]) => holder);
}

/** Remembers that a holder has days of an export in a month. */
export async function keepHolder(
  store: ItemStore,
  period: string,
  name: string,
  holder: Holder,
): Promise<void> {
  const key = { partition: holdersPartition(period), sort: `${exportText(name)}#${holderText(holder)}` };
  await store.write([{ item: { ...key, version: 1, body: encode(holder) } }]);
}

function holderIn(item: FoundItem): Holder {
  return decode(textOf(item)) as Holder;
}
