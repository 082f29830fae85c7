import { createHash } from "node:crypto";
import type { Holder, HolderDay } from "@tagledger/core/bills/day";
import { BASES } from "@tagledger/core/costs/charge";
import { TagledgerError } from "@tagledger/core/errors";
import { decode, encode } from "../codec.ts";
import type { FoundItem, Item } from "../items.ts";
import { type DayPlace, dayPlace, daySort, monthPartition } from "./keys.ts";
import { cellsIn, columnsText, pack, unpack } from "./pack.ts";

const CHUNK_BYTES = 300_000;
const END_OF_HEADER = 0x0a;

/** What stands in clear before what is packed. */
export interface DayHeader {
  /** Of cells and totals; null where the day is gone. */
  readonly hash: string | null;
  readonly totals: HolderDay["totals"];
  readonly cells: number;
  readonly chunks: number;
}

/** A day of a holder, ready to be written. */
export interface PackedDay {
  readonly hash: string;
  readonly header: DayHeader;
  readonly text: string;
}

/** A piece of a day as it was found. */
export interface FoundDay extends DayPlace {
  readonly sort: string;
  readonly header: DayHeader;
  readonly content: Uint8Array;
}

/** Makes a day ready to be compared, and to be written where it differs. */
export function packDay({ cells, totals }: HolderDay): PackedDay {
  const text = columnsText(cells);
  const sorted = Object.fromEntries(
    BASES.flatMap((basis) => (totals[basis] === undefined ? [] : [[basis, totals[basis]]])),
  );
  const hash = createHash("sha256").update(encode(sorted)).update(text, "utf8").digest("hex").slice(0, 32);
  return { hash, text, header: { hash, totals: sorted, cells: cells.length, chunks: 1 } };
}

/** The items of a day, each small enough for any store. */
export async function dayItems(
  { text, header }: PackedDay,
  holder: Holder,
  period: string,
  place: Omit<DayPlace, "chunk">,
): Promise<Item[]> {
  const bytes = await pack(text);
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
  return Array.from({ length: chunks }, (_, chunk) =>
    itemOf(
      holder,
      period,
      { ...place, chunk },
      { ...header, chunks },
      bytes.subarray(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES),
    ),
  );
}

/** What says that a day of versions before is gone. */
export function goneItem(holder: Holder, period: string, place: Omit<DayPlace, "chunk">): Item {
  const header = { hash: null, totals: {}, cells: 0, chunks: 1 };
  return itemOf(holder, period, { ...place, chunk: 0 }, header, new Uint8Array());
}

function itemOf(
  holder: Holder,
  period: string,
  place: DayPlace,
  header: DayHeader,
  content: Uint8Array,
): Item {
  const body = Buffer.concat([Buffer.from(`${encode(header)}\n`, "utf8"), content]);
  return { partition: monthPartition(holder, period), sort: daySort(place), version: 1, body };
}

/** Reads an item, all but what is packed in it. */
export function foundDay({ sort, body }: FoundItem): FoundDay {
  const bytes = Buffer.from(body);
  const end = bytes.indexOf(END_OF_HEADER);
  const header = decode(bytes.toString("utf8", 0, end)) as DayHeader;
  return { ...dayPlace(sort), sort, header, content: bytes.subarray(end + 1) };
}

/**
 * Reads a whole day.
 *
 * @param pieces all of one day, export and sequence, in their order
 * @throws outside-failure when a piece is missing
 */
export async function readDay(holder: Holder, pieces: readonly FoundDay[]): Promise<HolderDay> {
  const [first] = pieces;
  if (first === undefined || first.header.chunks !== pieces.length) {
    throw new TagledgerError(
      "outside-failure",
      `the ledger holds a day of ${JSON.stringify(holder)} only in part`,
    );
  }
  const text = await unpack(Buffer.concat(pieces.map(({ content }) => content)));
  return { holder, day: first.day, cells: cellsIn(text), totals: first.header.totals };
}
