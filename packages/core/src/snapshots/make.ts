import type { Config } from "../config/definition.ts";
import type { Allocation, DividedPool } from "../costs/allocate.ts";
import { destinationKey } from "../costs/attribution/destination.ts";
import type { FollowedTotal } from "../costs/attribution/followed-totals.ts";
import { parsePeriod } from "../costs/period.ts";
import { type Rational, ZERO } from "../costs/rational.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import type { Report } from "../reports/report.ts";
import { digestOf } from "./canonical.ts";
import { completenessOf } from "./completeness.ts";
import { confidenceOf } from "./confidence.ts";
import type { SnapshotDifference } from "./difference.ts";
import type { Snapshot, SnapshotBill, SnapshotFollowed, SnapshotPool, SnapshotSource } from "./snapshot.ts";

/** A bill that was divided, as far as a snapshot keeps it. */
export interface DividedBill {
  readonly allocation: Allocation;
  readonly attributed: { readonly followed: readonly FollowedTotal[] };
  /** The hash of canonical charges, usage and configuration. */
  readonly snapshot: string;
  /** The whole, by team. */
  readonly report: Report;
}

/** What is told of a snapshot besides what was divided. */
export interface Told {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bills: readonly SnapshotBill[];
  readonly config: Config;
  /** The hash of the configuration. */
  readonly configuration: string;
  readonly usage: readonly UsageRow[];
  readonly sources: readonly SnapshotSource[];
  readonly previous: string | null;
  readonly difference: SnapshotDifference | null;
}

/** Freezes what a bill was divided into, with all that it follows from and the hash that proves it. */
export function makeSnapshot(
  { allocation, attributed, snapshot: id, report }: DividedBill,
  told: Told,
  sha256: (text: string) => string,
): Snapshot {
  const { at, config, configuration, usage, previous, difference } = told;
  const coverage = told.sources.flatMap((source) => source.coverage);
  const { period, currency, basis } = report;
  const completeness = completenessOf(config.pools, { period: parsePeriod(period), at, usage, coverage });
  const weighed = allocation.pools.map(({ pool, dividedBy }) => ({
    pool,
    dividedBy,
    completeness: completeness.get(pool.name) ?? null,
  }));
  const confidence = confidenceOf(weighed, period, allocation.rows);
  const undigested = {
    id,
    period,
    currency,
    basis,
    at,
    bills: [...told.bills].sort(by(({ export: name }) => name)),
    config,
    configuration,
    usage,
    sources: [...told.sources].sort(by(({ name }) => name)),
    report,
    pools: allocation.pools.map((divided) =>
      poolOf(divided, {
        completeness: completeness.get(divided.pool.name) ?? null,
        confidence: confidence.get(divided.pool.name) ?? ZERO,
      }),
    ),
    followed: followedOf(attributed.followed),
    previous,
    difference,
  };
  return { ...undigested, digest: digestOf(undigested, sha256) };
}

function poolOf(
  { pool, amount, dividedBy, quantum, shares }: DividedPool,
  measured: { readonly completeness: Rational | null; readonly confidence: Rational },
): SnapshotPool {
  return {
    pool: pool.name,
    amount,
    method: pool.method,
    dividedBy,
    metric: pool.method === "usage" ? pool.metric : null,
    quantum,
    ...measured,
    shares: [...shares].sort(by(({ destination }) => destinationKey(destination))),
  };
}

/** What followed, by kind and where it counts; the accounts and services that it came from are of no matter here. */
function followedOf(followed: readonly FollowedTotal[]): SnapshotFollowed[] {
  const sums = new Map<string, SnapshotFollowed>();
  for (const { kind, destination, amount } of followed) {
    const key = `${kind}\u0000${destinationKey(destination)}`;
    sums.set(key, { kind, destination, amount: (sums.get(key)?.amount ?? 0n) + amount });
  }
  return [...sums].sort(by(([key]) => key)).map(([, sum]) => sum);
}

function by<Item>(textOf: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => {
    const [left, right] = [textOf(a), textOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
