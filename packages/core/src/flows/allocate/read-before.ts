import type { SnapshotRecords } from "../../ports/snapshots.ts";
import { unlessLost } from "../../snapshots/lost.ts";
import type { Snapshot } from "../../snapshots/snapshot.ts";
import type { SnapshotState } from "../../snapshots/state.ts";

/** The snapshot that is read of a period on a basis; null where there is none, or it is not kept as it was. */
export async function readBefore(
  records: Pick<SnapshotRecords, "read">,
  { snapshots }: Pick<SnapshotState, "snapshots">,
): Promise<Snapshot | null> {
  const newest = snapshots.at(-1);
  return newest === undefined ? null : unlessLost(() => records.read(newest.id, newest.digest));
}
