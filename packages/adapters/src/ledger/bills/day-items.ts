import { createHash } from "node:crypto";
import type { Holder, HolderDay } from "@tagledger/core/bills/day";
import { BASES } from "@tagledger/core/costs/charge";
import { encode } from "../codec.ts";
import type { Item } from "../items.ts";
import { compress } from "./compress.ts";
import { type DayPlace, daySort, monthPartition } from "./keys.ts";
import { packCells } from "./pack-cells.ts";

const CHUNK_BYTES = 300_000;
const HASH_DIGITS = 32;

/** What stands in clear before what is packed: a line of JSON. */
export interface DayHeader {
  /** Of cells and totals; null where the day is gone. */
  readonly hash: string | null;
  readonly totals: HolderDay["totals"];
  readonly cells: number;
  readonly lines: number;
  /** How many items hold the day. */
  readonly chunks: number;
}

/** A day of a holder, ready to be compared, and to be written where it differs. */
export interface PackedDay {
  readonly header: DayHeader & { readonly hash: string };
  readonly content: Uint8Array;
}

/** Where the items of a day stand. */
export interface DayAddress extends Omit<DayPlace, "chunk"> {
  readonly holder: Holder;
  readonly period: string;
}

/** Makes a day ready to be compared. */
export function packDay({ cells, totals }: HolderDay): PackedDay {
  const content = packCells(cells);
  const sorted = Object.fromEntries(
    BASES.flatMap((basis) => (totals[basis] === undefined ? [] : [[basis, totals[basis]]])),
  );
  const sha256 = createHash("sha256").update(encode(sorted)).update(content);
  const hash = sha256.digest("hex").slice(0, HASH_DIGITS);
  const lines = cells.reduce((sum, cell) => sum + cell.lines, 0);
  return { content, header: { hash, totals: sorted, cells: cells.length, lines, chunks: 1 } };
}

/** The items of a day, each small enough for any store. */
export async function dayItems(address: DayAddress, { content, header }: PackedDay): Promise<Item[]> {
  const bytes = await compress(content);
  const chunks = Math.ceil(bytes.length / CHUNK_BYTES);
  return Array.from({ length: chunks }, (_, chunk) => {
    const piece = bytes.subarray(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES);
    return itemOf({ ...address, chunk }, { ...header, chunks }, piece);
  });
}

/** What says that a day of versions before is gone. */
export function goneItem(address: DayAddress): Item {
  const header: DayHeader = { hash: null, totals: {}, cells: 0, lines: 0, chunks: 1 };
  return itemOf({ ...address, chunk: 0 }, header, new Uint8Array());
}

function itemOf(place: DayAddress & DayPlace, header: DayHeader, content: Uint8Array): Item {
  const body = Buffer.concat([Buffer.from(`${encode(header)}\n`, "utf8"), content]);
  return {
    partition: monthPartition(place.holder, place.period),
    sort: daySort(place),
    version: 1,
    body,
  };
}
