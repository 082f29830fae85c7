import type { Holder, HolderDay } from "@tagledger/core/bills/day";
import { TagledgerError } from "@tagledger/core/errors";
import { decode } from "../codec.ts";
import type { FoundItem, ItemStore } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { decompress } from "./compress.ts";
import type { DayHeader } from "./day-items.ts";
import { type DayPlace, dayPlace, monthPartition } from "./keys.ts";
import { unpackCells } from "./pack-cells.ts";

const END_OF_HEADER = 0x0a;

/** A piece of a day, all but what is packed in it. */
export interface FoundHeader extends DayPlace {
  readonly sort: string;
  readonly header: DayHeader;
}

/** A piece of a day as it was found. */
export interface FoundDay extends FoundHeader {
  readonly content: Uint8Array;
}

/** All pieces of days of a holder in a month, whatever is in force, ordered by day, export, number and piece. */
export async function findDays(store: ItemStore, holder: Holder, period: string): Promise<FoundDay[]> {
  const partition = monthPartition(holder, period);
  // The last first: what says that a day is gone is removed only after the day itself, so whoever reads it before the
  // day never finds the day alone, even where a store reads item by item.
  const found = await store.query({ partition, ...WHOLE, descending: true });
  return found.map(foundDay).reverse();
}

/** The pieces of days of a holder without what is packed in them. */
export async function findHeaders(store: ItemStore, holder: Holder, period: string): Promise<FoundHeader[]> {
  const found = await findDays(store, holder, period);
  return found.map(({ content: _packed, ...piece }) => piece);
}

/**
 * Reads a whole day.
 *
 * @param pieces all of one day, export and number, in their order
 * @throws outside-failure when one is missing
 */
export async function readDay(holder: Holder, pieces: readonly FoundDay[]): Promise<HolderDay> {
  const [first] = pieces;
  if (first === undefined || !isWhole(pieces)) {
    const { sort = "" } = first ?? {};
    const message = `the ledger holds the day ${sort} of ${JSON.stringify(holder)} only in part`;
    throw new TagledgerError("outside-failure", message, { day: sort });
  }
  const cells = unpackCells(await decompress(Buffer.concat(pieces.map(({ content }) => content))));
  return { holder, day: first.day, cells, totals: first.header.totals };
}

/** Whether pieces are all those of a day, and of one writing of it. */
export function isWhole(pieces: readonly FoundHeader[]): boolean {
  const [first] = pieces;
  return (
    first?.header.chunks === pieces.length &&
    pieces.every(({ chunk, header }, index) => chunk === index && header.hash === first.header.hash)
  );
}

function foundDay({ sort, body }: FoundItem): FoundDay {
  const bytes = typeof body === "string" ? Buffer.from(body, "utf8") : body;
  const end = bytes.indexOf(END_OF_HEADER);
  const header = decode(new TextDecoder().decode(bytes.subarray(0, end))) as DayHeader;
  return { ...dayPlace(sort), sort, header, content: bytes.subarray(end + 1) };
}
