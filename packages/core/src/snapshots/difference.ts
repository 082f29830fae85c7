import { type Amount, sum } from "../costs/money.ts";
import type { Report } from "../reports/report.ts";

/** Why a team's total is another than before: one cause after the other is exchanged, in this order. */
export const CAUSES = ["bill", "usage", "configuration"] as const;

/** One reason for which totals change. */
export type Cause = (typeof CAUSES)[number];

/** How the total of a team, or of what is nobody's, changed. */
export interface TeamDifference {
  /** Null for what is unallocated or excluded. */
  readonly team: string | null;
  readonly before: Amount;
  readonly after: Amount;
  /** What each cause added; sums to `after - before`. Null where the bill of before is no longer kept. */
  readonly causes: Readonly<Record<Cause, Amount>> | null;
}

/** What changed from one snapshot of a period to the next. */
export interface SnapshotDifference {
  /** The id of the snapshot before. */
  readonly since: string;
  /** Ordered by team, nobody last; those for which nothing changed are left out. */
  readonly teams: readonly TeamDifference[];
}

/** The way from one report to the next, one cause at a time. */
export interface Between {
  /** The new bill, divided by the usage and the configuration of before. */
  readonly bill: Report;
  /** The new bill and the new usage, divided by the configuration of before. */
  readonly usage: Report;
}

/**
 * Explains what changed from one whole report of a period to the next, for each team and for what is nobody's.
 *
 * @param since the id of the snapshot before
 * @param between null where the bill of before, or what it needs, is no longer kept
 * @throws RangeError when the reports are in different currencies
 */
export function differenceBetween(
  since: string,
  before: Report,
  after: Report,
  between: Between | null,
): SnapshotDifference {
  const steps = between === null ? [before, after] : [before, between.bill, between.usage, after];
  const currencies = new Set(steps.map(({ currency }) => currency));
  if (currencies.size > 1) {
    throw new RangeError(`amounts in ${[...currencies].join(" and ")} cannot be held against each other`);
  }
  const totals = steps.map(totalsOf);
  const teams = [...new Set(totals.flatMap((each) => [...each.keys()]))].sort(nobodyLast);
  return {
    since,
    teams: teams.flatMap((team) => {
      const amounts = totals.map((each) => each.get(team) ?? 0n);
      return amounts.every((amount) => amount === amounts[0]) ? [] : [differenceOf(team, amounts)];
    }),
  };
}

function differenceOf(team: string | null, amounts: readonly Amount[]): TeamDifference {
  const [before = 0n, bill = 0n, usage = 0n] = amounts;
  const after = amounts.at(-1) ?? 0n;
  const causes =
    amounts.length === 2 ? null : { bill: bill - before, usage: usage - bill, configuration: after - usage };
  return { team, before, after, causes };
}

function totalsOf({ leaves, totals }: Report): Map<string | null, Amount> {
  const byTeam = new Map<string | null, Amount>([[null, sum([totals.unallocated, totals.excluded])]]);
  for (const { leaf, direct, shared } of leaves)
    byTeam.set(leaf.team, (byTeam.get(leaf.team) ?? 0n) + direct + shared);
  return byTeam;
}

function nobodyLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
