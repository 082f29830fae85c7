import type { Config } from "../../config/definition.ts";
import { TagledgerError } from "../../errors.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import type { UsageSource } from "../../ports/usage-sources.ts";
import { type LessKnown, lessKnown } from "../../snapshots/less-known.ts";
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
    ({ name, problem }) => problem !== null && (knew(known, name) || stoodIn(known, sources, asked, name)),
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

/** Whether pools of which something was known have nobody now but a source that cannot be read: it may only have moved. */
function stoodIn(
  known: readonly SnapshotSource[],
  now: readonly SnapshotSource[],
  asked: Ports["sources"],
  name: string,
): boolean {
  const pools = asked.filter((source) => source.name === name).flatMap((source) => source.pools);
  const hours = (sources: readonly SnapshotSource[], pool: string) =>
    Math.max(
      0,
      ...sources.flatMap(({ coverage }) =>
        coverage.flatMap((each) => (each.pool === pool ? each.hours : [])),
      ),
    );
  return pools.some((pool) => hours(now, pool) < hours(known, pool));
}

function lessWords({ source, pool, metric, hours, before }: LessKnown): string {
  return `${source}: ${pool} ${metric} of ${hours} hours, where it has ${before}`;
}
