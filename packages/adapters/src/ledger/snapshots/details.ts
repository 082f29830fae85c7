import { holderKey } from "@tagledger/core/bills/holder";
import { sum } from "@tagledger/core/costs/money";
import { TagledgerError } from "@tagledger/core/errors";
import type { Detail, DetailBytes, DetailEntry, DetailHolder } from "@tagledger/core/snapshots/detail";
import { detailText, readDetailText } from "@tagledger/core/snapshots/detail-text";
import { compress, decompress } from "../bills/compress.ts";
import { decode, encode } from "../codec.ts";
import { readBytes, readContent, type StoredContent, storeContent, storeOnce } from "../content.ts";
import type { ItemStore } from "../items.ts";
import { detailsKey } from "./keys.ts";

/** What is longer does not fit into an item with its keys. */
const MOST_BYTES = 300_000;

type Kept = DetailEntry & StoredContent;

/** Keeps details of a snapshot: each as a content, and then, in one item, of whom there are any. */
export async function keepDetails(
  store: ItemStore,
  id: string,
  details: AsyncIterable<Detail>,
): Promise<void> {
  const kept: Kept[] = [];
  for await (const detail of details) {
    const { holder, currency, cells, total } = detail;
    const stored = await storeOnce(store, detailText(detail));
    kept.push({ ...stored, holder, currency, cells: cells.length, total });
  }
  const text = encode(kept.sort((a, b) => (holderKey(a.holder) < holderKey(b.holder) ? -1 : 1)));
  const bytes = await compress(text);
  const body = bytes.length <= MOST_BYTES ? bytes : await storeContent(store, text);
  await store.write([{ item: { ...detailsKey(id), version: 1, body } }]);
}

/** Of whom details of a snapshot are kept. */
export async function listDetails(store: ItemStore, id: string): Promise<DetailEntry[] | null> {
  const kept = await keptOf(store, id);
  return kept?.map(({ bytes: _, ...entry }) => entry) ?? null;
}

/** What a holder's money is made of. */
export async function readDetail(store: ItemStore, id: string, holder: DetailHolder): Promise<Detail | null> {
  const kept = await keptFor(store, id, holder);
  return kept === undefined ? null : readDetailOf(store, kept);
}

/**
 * The same, of whom it is known what is kept.
 *
 * @throws outside-failure where it is another's, or does not come to what is known of it
 */
export async function readDetailOf(
  store: ItemStore,
  { hash, holder, currency, total }: DetailEntry,
): Promise<Detail> {
  const detail = readDetailText(await readContent(store, hash));
  const isTheirs = holderKey(detail.holder) === holderKey(holder) && detail.currency === currency;
  const amounts = sum(detail.cells.map(({ amount }) => amount));
  if (isTheirs && detail.total === total && amounts === total) return detail;
  const message = `the details ${hash} do not come to what is known of ${"name" in holder ? holder.name : holder.kind}`;
  throw new TagledgerError("outside-failure", message, { hash });
}

/** The same as it is stored. */
export async function readDetailBytes(
  store: ItemStore,
  id: string,
  holder: DetailHolder,
): Promise<DetailBytes | null> {
  const kept = await keptFor(store, id, holder);
  return kept === undefined ? null : { hash: kept.hash, bytes: await readBytes(store, kept) };
}

async function keptFor(store: ItemStore, id: string, holder: DetailHolder): Promise<Kept | undefined> {
  const key = holderKey(holder);
  return (await keptOf(store, id))?.find((each) => holderKey(each.holder) === key);
}

async function keptOf(store: ItemStore, id: string): Promise<Kept[] | null> {
  const found = await store.get(detailsKey(id));
  if (found === null) return null;
  const { body } = found;
  const text =
    typeof body === "string" ? await readContent(store, body) : (await decompress(body)).toString("utf8");
  return decode(text) as Kept[];
}
