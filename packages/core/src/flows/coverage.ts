import type { Count } from "../ledger/query.ts";
import type { EventCount } from "../ledger/records.ts";
import { isoTime } from "../ledger/view/resource.ts";
import type { Ledger } from "../ports.ts";
import type { State } from "../tags/lifecycle/standing.ts";
import { oldestDue } from "./health.ts";

/** What became of the events of some days, and of all resources: nothing is left out. */
export interface Coverage {
  /** UTC days as in `2026-09-01`. */
  readonly days: readonly string[];
  readonly events: {
    readonly seen: number;
    readonly evaluated: number;
    readonly skipped: number;
    /** Events that could not be read. */
    readonly failed: number;
    /** Of the skipped and failed ones, why. */
    readonly reasons: readonly Count[];
  };
  readonly resources: {
    readonly total: number;
    /** Those of which it is known whether they comply, or need not. */
    readonly decided: number;
    /** Those whose grace, or the look after it, is not over. */
    readonly pending: number;
    /** Those whose live tags could not be read, or do not tell. */
    readonly failed: number;
    /** ISO 8601 in UTC since when the longest waiting one is due; null where nothing is. */
    readonly oldestDue: string | null;
  };
}

/**
 * Counts what was seen against what was decided.
 *
 * @param now epoch milliseconds
 * @example (await coverage({ ledger }, { days: ["2026-09-01"], now })).events.seen // 3731
 */
export async function coverage(
  { ledger }: { readonly ledger: Ledger },
  { days, now }: { readonly days: readonly string[]; readonly now: number },
): Promise<Coverage> {
  const counted = (await Promise.all(days.map((day) => ledger.events(day)))).flat();
  const { total, states } = await ledger.count({});
  const oldest = await oldestDue(ledger, now);
  const of = (...wanted: readonly State[]) =>
    sum(states.filter(({ value }) => wanted.includes(value)).map(({ count }) => count));
  const ended = (outcome: EventCount["outcome"]) =>
    sum(counted.filter((each) => each.outcome === outcome).map(({ count }) => count));
  return {
    days,
    events: {
      seen: sum(counted.map(({ count }) => count)),
      evaluated: ended("evaluated"),
      skipped: ended("skipped"),
      failed: ended("unreadable"),
      reasons: reasonsOf(counted),
    },
    resources: {
      total,
      decided: of("compliant", "repairable", "violating", "exempt"),
      pending: of("pending"),
      failed: of("undecided"),
      oldestDue: oldest === null ? null : isoTime(oldest),
    },
  };
}

function reasonsOf(counted: readonly EventCount[]): Count[] {
  const counts = new Map<string, number>();
  for (const { reason, count } of counted) {
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
