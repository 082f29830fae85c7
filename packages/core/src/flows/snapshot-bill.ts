import type { ChargeNeeds } from "../costs/query.ts";
import { TagledgerError } from "../errors.ts";
import type { SnapshotRecords } from "../ports/snapshots.ts";
import type { Bill } from "../ports.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { SnapshotEntry } from "../snapshots/state.ts";
import { type StoredBillPorts, storedBills } from "./stored-bills.ts";

interface States {
  readonly snapshots: Pick<SnapshotRecords, "state">;
}

/** The versions of bills that give a snapshot now: those that it was made of lose their cells before the newer ones that are the same. */
export async function billsGiving(
  { snapshots }: States,
  { id, digest, period, basis, bills }: Snapshot,
): Promise<SnapshotEntry["bills"]> {
  const state = await snapshots.state(period, basis);
  return state.snapshots.findLast((entry) => entry.id === id && entry.digest === digest)?.bills ?? bills;
}

/**
 * Opens versions of bills that give a snapshot.
 *
 * @throws bad-input where one of them is not kept any more
 */
export async function openSnapshotBill(
  ports: StoredBillPorts & States,
  snapshot: Snapshot,
  needs: ChargeNeeds,
): Promise<Bill> {
  const { period, config, basis } = snapshot;
  const versions = await billsGiving(ports, snapshot);
  return storedBills(ports, { period, config, versions }).open([], { basis, needs });
}

/** What something gives, or why what it needs is gone. */
export async function ifKept<Kept>(read: () => Promise<Kept>): Promise<Kept | { readonly gone: string }> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TagledgerError && error.code === "bad-input") return { gone: error.message };
    throw error;
  }
}
