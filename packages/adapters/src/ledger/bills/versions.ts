import type { BillVersion } from "@tagledger/core/bills/version";
import { decode, encode } from "../codec.ts";
import { readContent, storeContent } from "../content.ts";
import type { FoundItem, ItemStore, Put } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { compress, decompress } from "./compress.ts";
import { versionKey, versionsPartition } from "./keys.ts";

/** What is longer does not fit into an item with its keys. */
const MOST_BYTES = 300_000;

/** Remembers a version: compressed, and where that is too long for an item, by the hash of its text. */
export async function versionChange(store: ItemStore, version: BillVersion): Promise<Put> {
  const text = encode(version);
  const bytes = await compress(text);
  const body = bytes.length <= MOST_BYTES ? bytes : await storeContent(store, text);
  return { item: { ...versionKey(version), version: 1, body } };
}

/** All versions of a period, ordered by export and sequence. */
export async function listVersions(store: ItemStore, period: string): Promise<BillVersion[]> {
  const found = await store.query({ partition: versionsPartition(period), ...WHOLE });
  const all = await Promise.all(found.map((item) => versionIn(store, item)));
  return all.sort((a, b) =>
    a.export === b.export ? a.sequence - b.sequence || (a.id < b.id ? -1 : 1) : a.export < b.export ? -1 : 1,
  );
}

async function versionIn(store: ItemStore, { body }: FoundItem): Promise<BillVersion> {
  const text =
    typeof body === "string" ? await readContent(store, body) : (await decompress(body)).toString("utf8");
  return decode(text) as BillVersion;
}
