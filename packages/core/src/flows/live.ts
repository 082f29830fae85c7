import { type Period, periodAt } from "../costs/period.ts";
import { accrualEnd } from "../ledger/accrual.ts";
import type { Ledger } from "../ports.ts";
import type { LiveDimension, LiveWhere } from "../reports/live/dimensions.ts";
import { LiveFold, type LiveSpend } from "../reports/live/fold.ts";
import type { Window } from "../spend/accrual.ts";

/** What is asked of live spend. */
export interface LiveRequest {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly groupBy: readonly LiveDimension[];
  readonly where: LiveWhere;
}

/**
 * Tells what resources cost at an instant, and what they came to in its month until then. What a ledger holds is read
 * some at a time; memory grows with the groups only.
 *
 * @example (await live({ ledger }, { at, groupBy: ["team"], where: {} })).rows[0]?.group // ["vision"]
 */
export async function live(
  { ledger }: { readonly ledger: Pick<Ledger, "accruals"> },
  { at, groupBy, where }: LiveRequest,
): Promise<LiveSpend> {
  const period = periodAt(at);
  const fold = new LiveFold({ period, at, groupBy, where });
  for await (const accruals of ledger.accruals(period.name)) {
    for (const accrual of accruals) fold.add(accrual);
  }
  return fold.result();
}

/** Of what a ledger knows what it cost: where there is something to be seen. */
export interface KnownSpend {
  /** The latest months (`YYYY-MM`) in a row, at least one, in their order. */
  readonly months: readonly string[];
  /** When the newest resource was created, in epoch milliseconds. */
  readonly newest: number;
}

/** A longer look back would read much for a hint. */
const MOST_LOOKS = 12;

/**
 * The latest months in which a ledger knows that something cost; null where it knows of nothing.
 *
 * @example (await knownSpend({ ledger }))?.months // ["2026-08", "2026-09"]
 */
export async function knownSpend({ ledger }: { readonly ledger: Ledger }): Promise<KnownSpend | null> {
  const newest = await newestCreation(ledger);
  if (newest === null) return null;
  const months = new Set<string>();
  let period = periodAt(newest);
  for (let look = 0; look < MOST_LOOKS; look++) {
    const span = await spanOf(ledger, period);
    if (span === null && months.size > 0) break;
    for (const month of span === null ? [] : monthsOf(span)) months.add(month);
    period = periodAt(periodAt(span?.from ?? period.start).start - 1);
  }
  return months.size === 0 ? null : { months: [...months].sort(), newest };
}

/** When the newest resource was created, of those that are there and of those that are gone. */
async function newestCreation(ledger: Ledger): Promise<number | null> {
  const newest = [
    await ledger.resources({ limit: 1 }),
    await ledger.resources({ limit: 1, verdict: "gone" }),
  ];
  const created = newest.flatMap(({ items }) => items.map((record) => record.created));
  return created.length === 0 ? null : Math.max(...created);
}

/** From when until when that cost something which did so in a month; what goes on is followed to the end of it. */
async function spanOf(ledger: Ledger, { name, end }: Period): Promise<Window | null> {
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for await (const accruals of ledger.accruals(name)) {
    for (const accrual of accruals) {
      from = Math.min(from, accrual.start);
      until = Math.max(until, accrualEnd(accrual) ?? end);
    }
  }
  return from < until ? { from, until } : null;
}

function monthsOf({ from, until }: Window): string[] {
  const months: string[] = [];
  for (let period = periodAt(from); period.start < until; period = periodAt(period.end))
    months.push(period.name);
  return months;
}
