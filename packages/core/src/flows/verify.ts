import { TagledgerError } from "../errors.ts";
import type { SnapshotRecords } from "../ports/snapshots.ts";
import type { Hash } from "../ports.ts";
import { digestOf } from "../snapshots/canonical.ts";
import { unlessLost } from "../snapshots/lost.ts";
import type { Snapshot, SnapshotBill } from "../snapshots/snapshot.ts";
import type { DividedAnew } from "../snapshots/verify/again.ts";
import { lostVerification } from "../snapshots/verify/lost.ts";
import { type Verification, verification } from "../snapshots/verify/verification.ts";
import { divide } from "./divide.ts";
import { findListed, type ListedSnapshot } from "./find-snapshot.ts";
import { billsGiving, ifKept } from "./snapshot-bill.ts";
import { type StoredBillPorts, storedBills } from "./stored-bills.ts";

/** What a snapshot is verified with. */
export interface VerifyPorts extends StoredBillPorts {
  readonly snapshots: Pick<SnapshotRecords, "states" | "state" | "read" | "readUnproven">;
  readonly hash: Hash;
}

/**
 * Recomputes a snapshot from the kept versions of its bills, its usage and its configuration, and says what was proven;
 * where the bills are not kept any more, what can be proven without them.
 *
 * @param named an id or a digest, or what one begins with
 * @throws bad-input where there is no such snapshot
 * @example (await verify(ports, "3f9a")).holds // true
 */
export async function verify(ports: VerifyPorts, named: string): Promise<Verification> {
  const listed = await findListed(ports.snapshots, named);
  const { id, digest } = listed.entry;
  const snapshot = await unlessLost(() => ports.snapshots.readUnproven(id, digest));
  if (snapshot === null) return lostVerification({ ...listed, bills: await billsOf(ports, listed) });
  try {
    return await verified(ports, snapshot, digest);
  } catch (error) {
    // What is no snapshot any more breaks what looks at it.
    if (error instanceof TagledgerError || isWhole(ports, snapshot, digest)) throw error;
    return lostVerification({ ...listed, bills: await billsOf(ports, listed) });
  }
}

async function verified(ports: VerifyPorts, snapshot: Snapshot, kept: string): Promise<Verification> {
  const { previous } = snapshot;
  const before = previous === null ? null : await unlessLost(() => ports.snapshots.read(previous));
  const { sha256 } = ports.hash;
  return verification(snapshot, await dividedAnew(ports, snapshot), {
    sha256,
    kept,
    previous: before?.report ?? null,
  });
}

function isWhole({ hash }: VerifyPorts, snapshot: Snapshot, digest: string): boolean {
  try {
    return digestOf(snapshot, hash.sha256) === digest;
  } catch {
    return false;
  }
}

/** The bills that a list names, as far as they are known. */
async function billsOf(
  { records }: VerifyPorts,
  { period, entry }: ListedSnapshot,
): Promise<readonly SnapshotBill[]> {
  const versions = await records.versions(period);
  return entry.bills.flatMap(({ export: name, version }) => {
    const known = versions.find((each) => each.export === name && each.id === version);
    if (known === undefined) return [];
    return [{ export: name, version, sequence: known.sequence, deliveredAt: known.deliveredAt }];
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
