import type { SnapshotRecords } from "../ports/snapshots.ts";
import type { Hash } from "../ports.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { DividedAnew } from "../snapshots/verify/again.ts";
import { type Verification, verification } from "../snapshots/verify/verification.ts";
import { divide } from "./divide.ts";
import { findSnapshot } from "./find-snapshot.ts";
import { billsGiving, ifKept } from "./snapshot-bill.ts";
import { type StoredBillPorts, storedBills } from "./stored-bills.ts";

/** What a snapshot is verified with. */
export interface VerifyPorts extends StoredBillPorts {
  readonly snapshots: Pick<SnapshotRecords, "states" | "state" | "read">;
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
  const before = snapshot.previous === null ? null : await ports.snapshots.read(snapshot.previous);
  const { sha256 } = ports.hash;
  return verification(snapshot, await dividedAnew(ports, snapshot), {
    sha256,
    previous: before?.report ?? null,
  });
}

async function dividedAnew(
  ports: VerifyPorts,
  snapshot: Snapshot,
): Promise<DividedAnew | { readonly gone: string }> {
  const { config, usage, period, currency, basis } = snapshot;
  const versions = await billsGiving(ports, snapshot);
  const bills = storedBills(ports, { period, config, versions });
  const divided = await ifKept(() =>
    divide({ bills, hash: ports.hash }, { bill: [], config, usage, basis, period, currency }),
  );
  return "gone" in divided ? divided : { ...divided, lines: divided.attributed.reconciliation.lines };
}
