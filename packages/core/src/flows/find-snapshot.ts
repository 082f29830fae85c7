import type { Basis } from "../costs/charge.ts";
import { parsePeriod } from "../costs/period.ts";
import { badInput } from "../errors.ts";
import type { SnapshotRecords } from "../ports/snapshots.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { SnapshotEntry, SnapshotState } from "../snapshots/state.ts";

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
  const newest = only.snapshots.at(-1);
  if (newest === undefined) throw badInput(`no snapshot of ${only.period} is read`);
  return held(records, newest);
}

/** A snapshot as it is listed, and of what it is. */
export interface ListedSnapshot extends Pick<SnapshotState, "period" | "basis"> {
  readonly entry: SnapshotEntry;
}

/**
 * The snapshot of an id or a digest, or of what one begins with: of several with one id the newest.
 *
 * @throws bad-input where there is none, or several begin so
 */
export async function findSnapshot(records: Records, named: string): Promise<Snapshot> {
  return held(records, (await findListed(records, named)).entry);
}

/**
 * The same as it is listed, whether it can be read or not.
 *
 * @throws bad-input where there is none, or several begin so
 */
export async function findListed(records: Pick<Records, "states">, named: string): Promise<ListedSnapshot> {
  const listed = listedIn(await records.states());
  const found = matching(listed, named);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    const which = namesOf(found, listed);
    throw badInput(`${named}: several snapshots begin so, say more of it: ${which}`, { snapshot: named });
  }
  const there = listed.length === 0 ? "none was made" : `there are ${namesOf(listed, listed)}`;
  throw badInput(`${named}: there is no such snapshot; ${there}`, { snapshot: named });
}

async function held(records: Records, { id, digest }: SnapshotEntry): Promise<Snapshot> {
  const snapshot = await records.read(id, digest);
  if (snapshot === null) throw badInput(`${id}: this snapshot is not kept any more`, { snapshot: id });
  return snapshot;
}

function listedIn(states: readonly SnapshotState[]): ListedSnapshot[] {
  return states.flatMap(({ period, basis, snapshots }) =>
    snapshots.map((entry) => ({ period, basis, entry })),
  );
}

function matching(listed: readonly ListedSnapshot[], named: string): readonly ListedSnapshot[] {
  if (named === "") return [];
  // The later ones replace those of the same id.
  const newest = [...new Map(listed.map((each) => [each.entry.id, each])).values()];
  const exact = [
    ...newest.filter(({ entry }) => entry.id === named),
    ...listed.filter(({ entry }) => entry.digest === named),
  ];
  if (exact.length > 0) return exact.slice(0, 1);
  const begins = [
    ...newest.filter(({ entry }) => entry.id.startsWith(named)),
    ...listed.filter(({ entry }) => entry.digest.startsWith(named)),
  ];
  return [...new Set(begins)];
}

/** By id, and by digest as well where several have one id. */
function namesOf(some: readonly ListedSnapshot[], all: readonly ListedSnapshot[]): string {
  const count = (id: string) => all.filter(({ entry }) => entry.id === id).length;
  return some
    .map(({ entry: { id, digest } }) => (count(id) > 1 ? `${id} with the digest ${digest}` : id))
    .join(", ");
}
