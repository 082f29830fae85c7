import { CAPACITY, pooled } from "../config/consumers.ts";
import type { Config } from "../config/definition.ts";
import { parseAmount } from "../costs/money.ts";
import { type Period, parsePeriod } from "../costs/period.ts";
import { earlierPeriods, type UsagePool } from "../costs/sharing/driver.ts";
import { isUsagePool } from "../costs/sharing/is-usage-pool.ts";
import { metricWeight } from "../costs/sharing/metric-weight.ts";
import { readUsage } from "../costs/sharing/read-usage.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import type { SnapshotRecords } from "../ports/snapshots.ts";

/** How many months back usage is looked for. */
const MONTHS = 12;

/**
 * The usage by which a period is divided: its own, and for pools that fall back on an earlier month, where they have none of
 * their own, that of the newest month which has some. What sources tell of that month counts before what a snapshot holds.
 */
export async function withEarlierUsage(
  snapshots: Pick<SnapshotRecords, "states" | "read">,
  rows: readonly UsageRow[],
  { config, period }: { readonly config: Config; readonly period: Period },
): Promise<UsageRow[]> {
  const own = rows.filter(({ end }) => end > period.start);
  const wanting = config.pools
    .filter(isUsagePool)
    .filter((pool) => pool.onMissingUsage === "previous" && !own.some((row) => isUse(row, pool, period)));
  if (wanting.length === 0) return own;
  const past = earlierSnapshots(snapshots, config, period);
  const found: UsageRow[] = [];
  for (const pool of wanting) found.push(...(await newestUse(pool, rows, period, past)));
  // What reaches into the period is there already.
  return [...found.filter(({ end }) => end <= period.start), ...own];
}

/** A month before, and the usage of the snapshot that is read of it. */
interface Past {
  readonly period: Period;
  usage(): Promise<readonly UsageRow[]>;
}

async function newestUse(
  pool: UsagePool,
  rows: readonly UsageRow[],
  period: Period,
  past: Promise<readonly Past[]>,
): Promise<readonly UsageRow[]> {
  const told = earlierPeriods(rows, pool, period).find((month) =>
    rows.some((row) => isUse(row, pool, month)),
  );
  const within = (all: readonly UsageRow[], month: Period) =>
    all.filter((row) => row.pool === pool.name && overlaps(row, month));
  for (const { period: month, usage } of await past) {
    // Nothing newer than what sources told is left.
    if (told !== undefined && month.start <= told.start) break;
    const kept = await usage();
    if (kept.some((row) => isUse(row, pool, month))) return within(kept, month);
  }
  return told === undefined ? [] : within(rows, told);
}

/** The months before a period of which there is a snapshot, the newest first; each is read once, and only if asked. */
async function earlierSnapshots(
  { states, read }: Pick<SnapshotRecords, "states" | "read">,
  config: Config,
  period: Period,
): Promise<readonly Past[]> {
  const months = (await states())
    .filter((state) => state.basis === "effective" && state.period < period.name)
    .flatMap(({ period: name, snapshots }) => ({ name, id: snapshots.at(-1)?.id }))
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .slice(0, MONTHS);
  const pools = new Set(config.pools.map(({ name }) => name));
  const isKnown = ({ pool, team, end }: UsageRow) =>
    pools.has(pool) && pools.has(pooled(team) ?? pool) && end <= period.start;
  return months.flatMap(({ name, id }) => {
    if (id === undefined) return [];
    let known: Promise<readonly UsageRow[]> | undefined;
    const usage = async () => {
      const kept = (await read(id))?.usage ?? [];
      // Pools and teams may have other names since.
      return readUsage(kept.filter(isKnown), config, "unowned");
    };
    return [{ period: parsePeriod(name), usage: () => (known ??= usage()) }];
  });
}

/** Whether a row alone suffices to divide a pool in a period. */
function isUse(row: UsageRow, pool: UsagePool, period: Period): boolean {
  return (
    row.pool === pool.name &&
    parseAmount(metricWeight(pool, row.metric) ?? "0") > 0n &&
    row.quantity > 0n &&
    row.team !== CAPACITY &&
    pooled(row.team) === undefined &&
    overlaps(row, period)
  );
}

function overlaps({ start, end }: UsageRow, period: Period): boolean {
  return start < period.end && end > period.start;
}
