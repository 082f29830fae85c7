import type { PeriodState } from "@tagledger/core/bills/period-state";
import type { ItemStore } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { type FoundDay, foundDay } from "./day-items.ts";
import { listHolders } from "./holders.ts";
import { dayKey, inForce } from "./in-force.ts";
import { exportText, monthPartition } from "./keys.ts";

/**
 * Removes the days of an export that nobody reads any more. What bears a higher number than what is read stays: somebody
 * may be about to publish it. What bears a lower one and was never published never will be.
 *
 * @returns how many items were removed
 */
export async function tidyDays(store: ItemStore, state: PeriodState, name: string): Promise<number> {
  const { period, pointers, retired = {} } = state;
  const pointer = pointers[name];
  const [chain, upTo] = pointer === undefined ? [[], retired[name] ?? 0] : [pointer.chain, pointer.sequence];
  let removed = 0;
  for (const holder of await listHolders(store, period, name)) {
    const partition = monthPartition(holder, period);
    const found = (await store.query({ partition, ...WHOLE })).map(foundDay);
    const own = found.filter((piece) => piece.export === exportText(name) && piece.sequence <= upTo);
    const standing = inForce(own, () => chain);
    const isRead = (piece: FoundDay) => standing.get(dayKey(piece))?.[0]?.sequence === piece.sequence;
    const remove = async (pieces: readonly FoundDay[]) => {
      for (const { sort } of pieces) await store.write([{ remove: { partition, sort } }]);
      removed += pieces.length;
    };
    await remove(own.filter((piece) => !isRead(piece)));
    // Only after all that it covered: or that would be read again.
    await remove(own.filter((piece) => isRead(piece) && piece.header.hash === null));
  }
  return removed;
}
