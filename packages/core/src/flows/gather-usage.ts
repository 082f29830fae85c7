import type { Config } from "../config/definition.ts";
import type { Period } from "../costs/period.ts";
import type { Coverage } from "../costs/sharing/coverage.ts";
import { giveWay } from "../costs/sharing/give-way.ts";
import { isUsagePool } from "../costs/sharing/is-usage-pool.ts";
import { readUsage } from "../costs/sharing/read-usage.ts";
import { refuseToldTwice, type ToldUse } from "../costs/sharing/told-once.ts";
import { unweighed } from "../costs/sharing/unweighed.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import { TagledgerError } from "../errors.ts";
import type { UsageQuery, UsageSource } from "../ports/usage-sources.ts";
import type { SnapshotSource } from "../snapshots/snapshot.ts";
import { usageKey } from "../snapshots/usage-order.ts";
import { inParallel } from "./in-parallel.ts";

const HOUR = 3_600_000;

/** Which usage is gathered. */
export interface GatherRequest {
  readonly config: Config;
  readonly period: Period;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What all sources together gave. */
export interface GatheredUsage {
  /** Teams and dimensions as the organisation writes them; ordered, whatever order the sources gave them in. */
  readonly rows: readonly UsageRow[];
  readonly coverage: readonly Coverage[];
  /** In the order of the sources. */
  readonly sources: readonly SnapshotSource[];
}

type Given = Pick<GatheredUsage, "rows" | "coverage"> &
  Pick<UsageSource, "kind"> & { readonly source: SnapshotSource };

/**
 * Reads the usage of a period from all sources. What cannot be reached gives nothing, and its problem is told; use by what
 * is no team stays as use by nobody who is known, except in what people hand in, where it is refused.
 *
 * @throws bad-input naming the place where something is wrong that waiting does not mend, or two sources that tell the
 * same use
 */
export async function gatherUsage(
  sources: readonly UsageSource[],
  { config, period, now }: GatherRequest,
): Promise<GatheredUsage> {
  const until = Math.max(period.start, Math.min(Math.floor(now / HOUR) * HOUR, period.end));
  const ended = await inParallel(sources, (source) =>
    readOne(source, config, { period, until }).then(
      (given) => ({ given }),
      (error: unknown) => ({ error }),
    ),
  );
  // Only when all have ended: nothing goes on behind the back of who gives up.
  const told = ended.map((each) => {
    if ("error" in each) throw each.error;
    return each.given;
  });
  const configured = told.filter(({ kind }) => kind !== "uploaded").map(toldBy);
  const given = told.map((each) => (each.kind === "uploaded" ? givingWay(each, configured) : each));
  refuseToldTwice(given.map(toldBy));
  return {
    rows: ordered(given.flatMap(({ rows }) => rows)),
    coverage: given.flatMap(({ coverage }) => coverage),
    sources: given.map(({ source }) => source),
  };
}

function toldBy({ kind, source, rows }: Given): ToldUse {
  return { kind, name: source.name, rows };
}

function givingWay(given: Given, configured: readonly ToldUse[]): Given {
  const { rows, notes } = giveWay(given.rows, configured);
  const { source } = given;
  return { ...given, rows, source: { ...source, rows: rows.length, notes: [...source.notes, ...notes] } };
}

async function readOne(source: UsageSource, config: Config, query: UsageQuery): Promise<Given> {
  const { name, kind } = source;
  try {
    const { rows, coverage: known, notes } = await source.read(query);
    const coverage = byMetric(known);
    const read = readUsage(rows, config, source.handedIn === true ? "refused" : "unowned");
    // What people hand in may go on for years; what comes later says nothing of this period.
    const told = read.filter(({ start }) => start < query.period.end);
    const weightless = source.handedIn === true ? unweighed(told, config, query.period) : [];
    const said = { coverage, notes: [...notes, ...weightless], problem: null };
    return { kind, rows: told, coverage, source: { name, rows: told.length, ...said } };
  } catch (error) {
    if (!(error instanceof TagledgerError) || error.code !== "outside-failure") throw error;
    const coverage = byMetric(nothingKnown(source, config, query));
    const said = { coverage, notes: [], problem: error.message, pools: source.pools };
    return {
      kind,
      rows: [],
      coverage,
      source: { name, rows: 0, ...said },
    };
  }
}

/** That no hour is known of what a source would have given. */
function nothingKnown({ pools }: UsageSource, config: Config, { period, until }: UsageQuery): Coverage[] {
  const of = (until - period.start) / HOUR;
  return config.pools
    .filter(isUsagePool)
    .filter(({ name }) => pools.includes(name))
    .flatMap(({ name, metric }) =>
      Object.keys(metric).map((each) => ({ pool: name, metric: each, hours: 0, of })),
    );
}

/** In one order, whatever order a source tells it in: what is the same has the same digest. */
function byMetric(coverage: readonly Coverage[]): Coverage[] {
  const keyOf = ({ pool, metric }: Coverage) => JSON.stringify([pool, metric]);
  return [...coverage].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function ordered(rows: readonly UsageRow[]): UsageRow[] {
  return rows
    .map((row) => ({ row, key: usageKey(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}
