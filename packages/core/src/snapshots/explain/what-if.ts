import { suggest } from "../../config/suggestion.ts";
import { parsePeriod } from "../../costs/period.ts";
import type { Rational } from "../../costs/rational.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { badInput } from "../../errors.ts";
import { dividedAgain } from "../divided-again.ts";
import type { Snapshot } from "../snapshot.ts";
import { type TeamChange, teamChanges } from "../team-changes.ts";
import { teamTotals } from "../team-totals.ts";

/** Another use than there was. */
export interface Wish {
  readonly team: string;
  readonly metric: string;
  /** Of this pool only; of every pool where it is left out. */
  readonly pool?: string | undefined;
  /** What the use is multiplied by: 1/2 for half; not negative. */
  readonly factor: Rational;
}

/** What another use would have come to. The bill stays what it is: what one saves, others pay or nobody does. */
export interface WhatIf extends Wish {
  /** The pools whose usage changes. */
  readonly pools: readonly string[];
  /** Those whose total changes, ordered by team; the differences sum to 0. */
  readonly changes: readonly TeamChange[];
  /** What the team saves; negative where it would bear more. */
  readonly saving: bigint;
}

/**
 * Divides a snapshot as if a team had used more or less of a metric.
 *
 * @throws bad-input where the team used none of it, naming what it did use
 * @example whatIf(snapshot, { team: "vision", metric: "gpu-hours", factor: rational(1n, 2n) }).saving
 */
export function whatIf(snapshot: Snapshot, wish: Wish): WhatIf {
  const { team, metric, factor } = wish;
  const counts = countedIn(snapshot);
  const isMeant = (row: UsageRow) =>
    row.team === team &&
    row.metric === metric &&
    (wish.pool === undefined || row.pool === wish.pool) &&
    counts(row);
  refuseNothing(snapshot, wish, { counts, isMeant });
  // Only the relation of quantities counts: to multiply all others by the denominator keeps every digit.
  const usage = snapshot.usage.map((row) => ({
    ...row,
    quantity: row.quantity * (isMeant(row) ? factor.n : factor.d),
  }));
  const before = teamTotals(dividedAgain(snapshot));
  const after = teamTotals(dividedAgain(snapshot, { usage }));
  const changes = teamChanges(before, after);
  const own = changes.find((change) => change.team === team);
  return {
    ...wish,
    pools: [...new Set(snapshot.usage.filter(isMeant).map(({ pool }) => pool))].sort(),
    changes: changes.filter(({ difference, exact }) => difference !== 0n || exact.n !== 0n),
    saving: own === undefined ? 0n : -own.difference,
  };
}

/** Whether a row is of the month whose usage counted for its pool, which may be an earlier one. */
function countedIn({ period, pools }: Snapshot): (row: UsageRow) => boolean {
  const months = new Map(
    pools.map(({ pool, dividedBy }) => [pool, parsePeriod(dividedBy.usage ?? period)] as const),
  );
  const own = parsePeriod(period);
  return (row) => {
    const { start, end } = months.get(row.pool) ?? own;
    return row.start < end && row.end > start;
  };
}

function refuseNothing(
  { usage, period }: Snapshot,
  { team, metric, pool }: Wish,
  { counts, isMeant }: Readonly<Record<"counts" | "isMeant", (row: UsageRow) => boolean>>,
): void {
  if (usage.some(isMeant)) return;
  const own = usage.filter(
    (row) => row.team === team && (pool === undefined || row.pool === pool) && counts(row),
  );
  const metrics = [...new Set(own.map((row) => row.metric))].sort();
  const where = pool === undefined ? "" : ` of ${pool}`;
  if (metrics.length === 0)
    throw badInput(`${team} used nothing${where} in ${period} that was measured`, { team });
  throw badInput(`${team} used no ${metric}${where} in ${period}${suggest(metric, metrics)}`, { metric });
}
