import { billRecordsIn } from "@tagledger/adapters/ledger/bills/records";
import type { Change, ItemStore } from "@tagledger/adapters/ledger/items";
import { memoryItems } from "@tagledger/adapters/memory/items";
import type { Holder, HolderDay, HolderMonth } from "@tagledger/core/bills/day";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import { makeDay } from "./days.ts";
import { EXPORT, ODD, POOL, publish, VISION } from "./published.ts";
import { writesOf } from "./watched.ts";

const SEARCH: Holder = { kind: "team", name: "search" };
const HOLDERS = [POOL, ODD, SEARCH, VISION];

/** A month as it was delivered first. */
export const BEFORE: readonly HolderDay[] = [
  makeDay(POOL, 3, 7),
  makeDay(ODD, 2, 5),
  makeDay(VISION, 0, -3),
  makeDay(VISION, 1, 100),
  makeDay(VISION, 2, 200),
  makeDay(VISION, 3, 300),
];

/** The same month restated: days are other, gone, as they were and new, and so are holders. */
export const AFTER: readonly HolderDay[] = [
  makeDay(POOL, 3, 8),
  makeDay(SEARCH, 1, 1),
  makeDay(VISION, 1, 101),
  makeDay(VISION, 3, 300),
  makeDay(VISION, 4, 400),
];

/** What is read of all holders. */
export async function everything(records: BillRecords, period: string): Promise<HolderMonth[]> {
  const months: HolderMonth[] = [];
  for (const holder of HOLDERS) months.push(await records.month(holder, period));
  return months;
}

/** Has the first version read. */
export async function begin(store: ItemStore, period: string): Promise<void> {
  await publish(billRecordsIn(store), 1, BEFORE, EXPORT, period);
}

/** Has the second version read, removes what nobody reads any more, and has a third like it read, with nothing left over. */
export async function restate(store: ItemStore, period: string): Promise<void> {
  const records = billRecordsIn(store);
  const { sequence = 0 } = (await records.period(period)).pointers[EXPORT] ?? {};
  const tidy = async () => records.tidyDays(await records.period(period), EXPORT);
  if (sequence < 2) await publish(records, 2, AFTER, EXPORT, period);
  if (sequence < 3) await publish(records, 3, AFTER, EXPORT, period);
  await tidy();
  await tidy();
}

/** What there is of a month whenever all went well. */
export interface Course {
  readonly first: readonly (readonly Change[])[];
  /** The writes of {@link restate} after those. */
  readonly then: readonly (readonly Change[])[];
  readonly before: readonly HolderMonth[];
  readonly after: readonly HolderMonth[];
}

/** The course of a restatement that nobody disturbs. */
export async function courseOf(period: string): Promise<Course> {
  const store = memoryItems();
  const first = await writesOf(store, (watched) => begin(watched, period));
  const before = await everything(billRecordsIn(store), period);
  const then = await writesOf(store, (watched) => restate(watched, period));
  return { first, then, before, after: await everything(billRecordsIn(store), period) };
}

/** The keys of all days of a month. */
export async function keysOf(store: ItemStore, period: string): Promise<string[]> {
  const found = await Promise.all(
    ["POOL#vision", "TEAM#a%0023b %0025%00e9", "TEAM#search", "TEAM#vision"].map((holder) =>
      store.query({ partition: `${holder}#${period}`, from: "", to: "\u007f" }),
    ),
  );
  return found.flat().map(({ partition, sort }) => `${partition} ${sort}`);
}
