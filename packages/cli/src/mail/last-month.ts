import { parsePeriod, periodAt } from "@tagledger/core/costs/period";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import type { SnapshotRecords } from "@tagledger/core/ports/snapshots";

/** What tells which months were divided. */
interface Divided {
  readonly bills: Pick<BillRecords, "periods">;
  readonly snapshots: Pick<SnapshotRecords, "state">;
}

/**
 * The month that ended last.
 *
 * @example lastEnded(Date.UTC(2026, 9, 3)) // "2026-09"
 */
export function lastEnded(now: number): string {
  return periodAt(parsePeriod(periodAt(now).name).start - 1).name;
}

/** The last month that ended and was divided; where there is none, the one that ended last. */
export async function lastMade({ bills, snapshots }: Divided, now: number): Promise<string> {
  const ended = lastEnded(now);
  for (const { period } of (await bills.periods()).toReversed()) {
    if (period > ended) continue;
    const states = await Promise.all(
      (["effective", "billed"] as const).map((basis) => snapshots.state(period, basis)),
    );
    if (states.some((state) => state.snapshots.length > 0)) return period;
  }
  return ended;
}
