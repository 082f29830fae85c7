import type { Config } from "../../config/definition.ts";
import { TagledgerError } from "../../errors.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import type { UsageSource } from "../../ports/usage-sources.ts";
import { type LessKnown, lessKnown, mayHaveMoved } from "../../snapshots/less-known.ts";
import type { SnapshotSource } from "../../snapshots/snapshot.ts";
import type { SnapshotState } from "../../snapshots/state.ts";
import { readBefore } from "./read-before.ts";

interface Ports {
  readonly snapshots: Pick<SnapshotRecords, "read">;
  readonly sources: readonly Pick<UsageSource, "name" | "pools">[];
}

/**
 * Refuses to put a snapshot that knows less usage in the place of one that knows more, because a source cannot be reached or
 * knows fewer hours than it knew: it is asked again later, and what is read stays meanwhile.
 *
 * @throws outside-failure naming the sources and why they could not be read, or which hours they do not know any more
 */
export async function refuseWorse(
  { snapshots: records, sources: asked }: Ports,
  state: SnapshotState,
  { config, sources }: { readonly config: Config; readonly sources: readonly SnapshotSource[] },
): Promise<void> {
  const { period, basis, snapshots } = state;
  const newest = snapshots.at(-1);
  if (newest === undefined) return;
  const known = (await readBefore(records, state))?.sources ?? [];
  const missed = sources.filter(
    ({ name, problem }) =>
      problem !== null &&
      (knew(known, name) || mayHaveMoved(name, known, sources, { config, sources: asked })),
  );
  const failed = new Set(missed.map(({ name }) => name));
  const less = lessKnown(known, sources, { config, sources: asked }).filter(
    ({ source }) => !failed.has(source),
  );
  if (missed.length === 0 && less.length === 0) return;
  const reasons = [...missed.map(({ name, problem }) => `${name}: ${problem}`), ...less.map(lessWords)];
  throw new TagledgerError(
    "outside-failure",
    `${period} ${basis}: the snapshot ${newest.id} stays, as it has usage that cannot be read now: ${reasons.join("; ")}`,
    { period, sources: [...new Set([...failed, ...less.map(({ source }) => source)])] },
  );
}

function knew(known: readonly SnapshotSource[], name: string): boolean {
  return known.some((source) => source.name === name && source.problem === null);
}

function lessWords({ source, pool, metric, hours, before }: LessKnown): string {
  return `${source}: ${pool} ${metric} of ${hours} hours, where it has ${before}`;
}
