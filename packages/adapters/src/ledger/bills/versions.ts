import type { BillVersion } from "@tagledger/core/bills/version";
import { decode, encode } from "../codec.ts";
import type { ItemStore, Put } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { versionKey, versionsPartition } from "./keys.ts";
import { pack, unpack } from "./pack.ts";

/** Remembers a version. */
export async function versionChange(version: BillVersion): Promise<Put> {
  return { item: { ...versionKey(version), version: 1, body: await pack(encode(version)) } };
}

/** All versions of a period, ordered by export and sequence. */
export async function listVersions(store: ItemStore, period: string): Promise<BillVersion[]> {
  const found = await store.query({ partition: versionsPartition(period), ...WHOLE });
  const all = await Promise.all(
    found.map(async ({ body }) => decode(await unpack(Buffer.from(body))) as BillVersion),
  );
  return all.sort((a, b) =>
    a.export === b.export ? a.sequence - b.sequence || (a.id < b.id ? -1 : 1) : a.export < b.export ? -1 : 1,
  );
}
