import type { Basis } from "../costs/charge.ts";
import { parsePeriod } from "../costs/period.ts";
import { badInput } from "../errors.ts";
import type { SnapshotRecords } from "../ports/snapshots.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { SnapshotState } from "../snapshots/state.ts";

type Records = Pick<SnapshotRecords, "states" | "read">;

/**
 * The snapshot that is read of a period on a basis.
 *
 * @param asked the period may be left out where there is only one
 * @throws bad-input where there is none, or several periods and none was chosen
 */
export async function readSnapshot(
  records: Records,
  asked: { readonly period?: string | undefined; readonly basis: Basis },
): Promise<Snapshot> {
  const period = asked.period === undefined ? undefined : parsePeriod(asked.period).name;
  const made = (await records.states()).filter(
    ({ basis, snapshots }) => basis === asked.basis && snapshots.length > 0,
  );
  const found = made.filter((state) => period === undefined || state.period === period);
  const [only, ...others] = found;
  if (only === undefined)
    throw badInput(
      `no snapshot of ${period ?? "any month"} on ${asked.basis} cost was made; tagledger allocate makes one`,
    );
  if (others.length > 0) {
    const periods = found.map((state) => state.period).join(", ");
    throw badInput(`there are snapshots of several months (${periods}); choose one with its period`);
  }
  return held(records, only.snapshots.at(-1)?.id ?? "");
}

/**
 * The snapshot of an id, or of what an id begins with.
 *
 * @throws bad-input where there is none, or several begin so
 */
export async function findSnapshot(records: Records, named: string): Promise<Snapshot> {
  const ids = idsOf(await records.states());
  const found = ids.includes(named) ? [named] : ids.filter((id) => named !== "" && id.startsWith(named));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return held(records, only);
  if (only !== undefined)
    throw badInput(`${named}: several snapshots begin so, say more of it: ${found.join(", ")}`, {
      snapshot: named,
    });
  const there = ids.length === 0 ? "none was made" : `there are ${ids.join(", ")}`;
  throw badInput(`${named}: there is no such snapshot; ${there}`, { snapshot: named });
}

async function held(records: Records, id: string): Promise<Snapshot> {
  const snapshot = await records.read(id);
  if (snapshot === null) throw badInput(`${id}: this snapshot is not kept any more`, { snapshot: id });
  return snapshot;
}

function idsOf(states: readonly SnapshotState[]): string[] {
  return [...new Set(states.flatMap(({ snapshots }) => snapshots.map(({ id }) => id)))];
}
