import { chargeNeeds } from "../costs/query.ts";
import type { SnapshotRecords } from "../ports/snapshots.ts";
import type { Hash } from "../ports.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { DividedAnew } from "../snapshots/verify/again.ts";
import { type Verification, verification } from "../snapshots/verify/verification.ts";
import { divide } from "./divide.ts";
import { findSnapshot } from "./find-snapshot.ts";
import { ifKept, openSnapshotBill } from "./snapshot-bill.ts";
import type { StoredBillPorts } from "./stored-bills.ts";

/** What a snapshot is verified with. */
export interface VerifyPorts extends StoredBillPorts {
  readonly snapshots: Pick<SnapshotRecords, "states" | "read">;
  readonly hash: Hash;
}

/**
 * Recomputes a snapshot from the kept versions of its bills, its usage and its configuration, and says what was proven;
 * where the bills are not kept any more, what can be proven without them.
 *
 * @param named an id, or what it begins with
 * @throws bad-input where there is no such snapshot
 * @example (await verify(ports, "3f9a")).holds // true
 */
export async function verify(ports: VerifyPorts, named: string): Promise<Verification> {
  const snapshot = await findSnapshot(ports.snapshots, named);
  return verification(snapshot, await dividedAnew(ports, snapshot), ports.hash.sha256);
}

async function dividedAnew(
  ports: VerifyPorts,
  snapshot: Snapshot,
): Promise<DividedAnew | { readonly gone: string }> {
  const { config, usage, period, currency, basis } = snapshot;
  const bill = await ifKept(() => openSnapshotBill(ports, snapshot, chargeNeeds(config)));
  if ("gone" in bill) return bill;
  try {
    const divided = await divide(ports, { bill, config, usage, basis, period, currency });
    return { ...divided, lines: divided.attributed.reconciliation.lines };
  } finally {
    await bill.close();
  }
}
