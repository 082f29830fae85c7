import type { Holder } from "@tagledger/core/bills/day";
import type { PeriodState } from "@tagledger/core/bills/period-state";
import type { ItemStore } from "../items.ts";
import { type FoundHeader, findHeaders } from "./found-days.ts";
import { listHolders } from "./holders.ts";
import { InFlight } from "./in-flight.ts";
import { dayKey, inForce, isGone } from "./in-force.ts";
import { exportText, monthPartition } from "./keys.ts";
import { readAhead } from "./read-ahead.ts";

const REMOVALS_AT_ONCE = 8;
const HOLDERS_AHEAD = 4;

/**
 * Removes the days of an export that nobody reads any more. What bears a higher number than what is read stays: somebody
 * may be about to publish it, and a later call removes it when that did not happen. What bears a lower one and is in no
 * chain never will be. What says that a day is gone stays until another version was published over it: whoever is late in
 * writing days of versions before must not bring it back.
 *
 * @returns how many items were removed
 */
export async function tidyDays(store: ItemStore, state: PeriodState, name: string): Promise<number> {
  const { period } = state;
  const flight = new InFlight(REMOVALS_AT_ONCE);
  let removed = 0;
  const read = async (holder: Holder) => ({ holder, found: await findHeaders(store, holder, period) });
  try {
    const holders = await listHolders(store, period, name);
    for await (const { holder, found } of readAhead(holders, HOLDERS_AHEAD, read)) {
      const partition = monthPartition(holder, period);
      for (const { sort } of unread(found, state, name)) {
        removed += 1;
        await flight.begin(async () => void (await store.write([{ remove: { partition, sort } }])));
      }
    }
    await flight.end();
  } finally {
    await flight.settle();
  }
  return removed;
}

/** The pieces that nobody reads, nor will. */
function unread(
  found: readonly FoundHeader[],
  { pointers, retired = {} }: PeriodState,
  name: string,
): FoundHeader[] {
  const pointer = pointers[name];
  const upTo = pointer?.sequence ?? retired[name] ?? 0;
  const ours = found.filter((piece) => piece.export === exportText(name) && piece.sequence <= upTo);
  const standing = inForce(ours, () => pointer?.chain ?? []);
  return ours.filter((piece) => {
    const read = standing.get(dayKey(piece)) ?? [];
    if (read[0]?.sequence !== piece.sequence) return true;
    // Not together with what it covers: that has to be gone before.
    const isFirst = ours.every(
      (other) => dayKey(other) !== dayKey(piece) || other.sequence >= piece.sequence,
    );
    return isGone(read) && isFirst && piece.sequence < upTo;
  });
}
