import type { HolderDay } from "@tagledger/core/bills/day";
import { holderKey } from "@tagledger/core/bills/holder";
import type { BillVersion, DaysWritten } from "@tagledger/core/bills/version";
import type { ItemStore } from "../items.ts";
import { type DayWriting, HolderWriter } from "./holder-writer.ts";
import { keepHolder, listHolders } from "./holders.ts";
import { InFlight } from "./in-flight.ts";
import { readAhead } from "./read-ahead.ts";

const WRITES_AT_ONCE = 8;
const HOLDERS_AHEAD = 4;

/**
 * Writes those days of a version that are not as they are in force, unseen until a pointer names its number, and says of
 * those that are no more that they are gone. What an attempt under the same number left is put right.
 *
 * @param days ordered by holder and day
 * @throws RangeError when they are not
 */
export async function writeDays(
  store: ItemStore,
  version: Pick<BillVersion, "export" | "period" | "sequence">,
  chain: readonly number[],
  days: AsyncIterable<HolderDay>,
): Promise<DaysWritten> {
  const flight = new InFlight(WRITES_AT_ONCE);
  const counts = { written: 0, removed: 0, unchanged: 0 };
  const writing: DayWriting = { store, version, chain, flight, counts };
  try {
    const writers = await knownWriters(writing);
    let open: HolderWriter | null = null;
    for await (const day of days) {
      if (open === null || holderKey(open.holder) !== holderKey(day.holder)) {
        if (open !== null && holderKey(open.holder) > holderKey(day.holder)) {
          throw new RangeError("days are ordered by holder");
        }
        await open?.finish();
        open = await openWriter(writing, writers, day);
      }
      await open.write(day);
    }
    await open?.finish();
    for (const left of await writers.upTo(null)) await left.finish();
    await flight.end();
  } finally {
    await flight.settle();
  }
  return counts;
}

/** Holders of whom there are days already, in their order. */
interface KnownWriters {
  /** Those up to and with a key, or all, that were not given yet. */
  upTo(key: string | null): Promise<readonly HolderWriter[]>;
}

async function knownWriters(writing: DayWriting): Promise<KnownWriters> {
  const { store, version } = writing;
  const holders = await listHolders(store, version.period, version.export);
  const ahead = readAhead(holders, HOLDERS_AHEAD, (holder) => HolderWriter.open(writing, holder));
  let next = 0;
  return {
    async upTo(key) {
      const taken: HolderWriter[] = [];
      for (; next < holders.length; next += 1) {
        const holder = holders[next];
        if (holder === undefined || (key !== null && holderKey(holder) > key)) break;
        const { value } = await ahead.next();
        if (value instanceof HolderWriter) taken.push(value);
      }
      return taken;
    },
  };
}

/** Opens a holder; those who would have come before have no days any more. */
async function openWriter(
  writing: DayWriting,
  writers: KnownWriters,
  { holder }: HolderDay,
): Promise<HolderWriter> {
  const key = holderKey(holder);
  let found: HolderWriter | null = null;
  for (const writer of await writers.upTo(key)) {
    if (holderKey(writer.holder) === key) found = writer;
    else await writer.finish();
  }
  if (found !== null) return found;
  // Before the first of its days: whoever cleans up after a crash finds them by this list.
  await keepHolder(writing.store, writing.version.period, writing.version.export, holder);
  return new HolderWriter(writing, holder, []);
}
