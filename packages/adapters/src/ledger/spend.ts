import { type Period, parsePeriod } from "@tagledger/core/costs/period";
import type { AccrualRecord } from "@tagledger/core/ledger/accrual";
import { SPEND } from "./index-keys.ts";
import type { FoundItem, ItemStore, Stretch } from "./items.ts";
import { END, keyInstant } from "./key-text.ts";
import { pagesOf } from "./pages.ts";
import { accrualIn } from "./resource-items.ts";
import { SHARDS, shardPartition } from "./shards.ts";

/**
 * What cost something within a month (`YYYY-MM`), some at a time, each once, in no order. Whatever ended after the month
 * is read as well, so a month long ago takes longer.
 *
 * @throws bad-input when it is no month
 */
export async function* eachAccrual(
  store: ItemStore,
  month: string,
): AsyncGenerator<readonly AccrualRecord[]> {
  const period = parsePeriod(month);
  for (const shard of SHARDS) {
    // What ends while it is read moves from the first stretch to the second, never to another part.
    const seen = new Set<string>();
    for (const stretch of stretchesOf(period, shard)) {
      for await (const items of pagesOf(store, stretch)) {
        const accruals = items.filter((item) => isNew(item, seen)).map(accrualIn);
        const within = accruals.filter(({ start }) => start < period.end);
        if (within.length > 0) yield within;
      }
    }
  }
}

function stretchesOf({ start, end }: Period, shard: number): Stretch[] {
  const [open, closed] = [shardPartition(SPEND.open, shard), shardPartition(SPEND.closed, shard)];
  return [
    // An instant alone comes before all keys that begin with it, and so excludes them.
    { index: "list", partition: open, from: "", to: keyInstant(end) },
    // What ended with the month before has no instant of this one.
    { index: "list", partition: closed, from: keyInstant(start + 1), to: END },
  ];
}

function isNew({ partition, sort }: FoundItem, seen: Set<string>): boolean {
  const { size } = seen;
  return seen.add(`${partition}\n${sort}`).size > size;
}
