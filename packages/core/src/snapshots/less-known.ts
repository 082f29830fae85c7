import type { Config } from "../config/definition.ts";
import { parseAmount } from "../costs/money.ts";
import type { Coverage } from "../costs/sharing/coverage.ts";
import { isUsagePool } from "../costs/sharing/is-usage-pool.ts";
import type { SnapshotSource } from "./snapshot.ts";

/** A metric of a pool of which a source knows fewer hours than it knew. */
export interface LessKnown extends Pick<Coverage, "pool" | "metric" | "hours"> {
  readonly source: string;
  /** The hours that it knew. */
  readonly before: number;
}

/** What is asked now: which sources, and of which pools. */
interface Asked {
  readonly config: Config;
  readonly sources: readonly { readonly name: string; readonly pools: readonly string[] }[];
}

/**
 * Where sources that were read know fewer hours of a period than a snapshot has of them. What the configuration does not ask
 * a source for any more is not missed.
 *
 * @example lessKnown(snapshot.sources, gathered.sources, { config, sources }) // [{ source: "opencost http://oc:9003", pool: "gpu", metric: "gpu-hours", hours: 24, before: 720 }]
 */
export function lessKnown(
  before: readonly SnapshotSource[],
  now: readonly SnapshotSource[],
  asked: Asked,
): LessKnown[] {
  const hours = hoursOf(now);
  const wanted = new Set(askedFor(asked));
  return [...hoursOf(before)].flatMap(([key, known]) => {
    const left = hours.get(key)?.hours ?? 0;
    return wanted.has(key) && left < known.hours ? [{ ...known, hours: left, before: known.hours }] : [];
  });
}

/**
 * Whether nobody knows as much any more of a metric of a pool that a source is asked for. A source whose address was changed
 * goes by another name: it is the one of old, if it fails, for all that anybody can tell.
 */
export function mayHaveMoved(
  name: string,
  before: readonly SnapshotSource[],
  now: readonly SnapshotSource[],
  { config, sources }: Asked,
): boolean {
  const own = { config, sources: sources.filter((source) => source.name === name) };
  const everybody = (sources: readonly SnapshotSource[]) => sources.map((source) => ({ ...source, name }));
  const [known, left] = [hoursOf(everybody(before)), hoursOf(everybody(now))];
  return askedFor(own).some((key) => (left.get(key)?.hours ?? 0) < (known.get(key)?.hours ?? 0));
}

/** Sources of one name count together: nobody can tell which of them is which. */
function hoursOf(sources: readonly SnapshotSource[]) {
  const sums = new Map<string, Omit<LessKnown, "before">>();
  for (const { name: source, coverage } of sources) {
    for (const { pool, metric, hours } of coverage) {
      const key = keyOf(source, pool, metric);
      sums.set(key, { source, pool, metric, hours: (sums.get(key)?.hours ?? 0) + hours });
    }
  }
  return sums;
}

function askedFor({ config, sources }: Asked): string[] {
  return sources.flatMap(({ name, pools }) =>
    config.pools
      .filter(isUsagePool)
      .filter((pool) => pools.includes(pool.name))
      .flatMap((pool) =>
        Object.entries(pool.metric)
          .filter(([, weight]) => parseAmount(weight) > 0n)
          .map(([metric]) => keyOf(name, pool.name, metric)),
      ),
  );
}

function keyOf(source: string, pool: string, metric: string): string {
  return JSON.stringify([source, pool, metric]);
}
