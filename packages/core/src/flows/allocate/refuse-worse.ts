import { TagledgerError } from "../../errors.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import type { SnapshotSource } from "../../snapshots/snapshot.ts";
import type { SnapshotState } from "../../snapshots/state.ts";
import { readBefore } from "./read-before.ts";

/**
 * Refuses to put a snapshot without the usage of a source in the place of one that has it: what cannot be reached now is
 * asked again later, and what is read stays meanwhile.
 *
 * @throws outside-failure naming the sources and why they could not be read
 */
export async function refuseWorse(
  { snapshots: records }: { readonly snapshots: Pick<SnapshotRecords, "read"> },
  state: SnapshotState,
  sources: readonly SnapshotSource[],
): Promise<void> {
  const { period, basis, snapshots } = state;
  const newest = snapshots.at(-1);
  const failed = sources.filter(({ problem }) => problem !== null);
  if (newest === undefined || failed.length === 0) return;
  const known = (await readBefore(records, state))?.sources ?? [];
  const missed = failed.filter(({ name }) =>
    known.some((source) => source.name === name && source.problem === null),
  );
  if (missed.length === 0) return;
  const problems = missed.map(({ name, problem }) => `${name}: ${problem}`).join("; ");
  throw new TagledgerError(
    "outside-failure",
    `${period} ${basis}: the snapshot ${newest.id} stays, as it has usage that cannot be read now: ${problems}`,
    { period, sources: missed.map(({ name }) => name) },
  );
}
