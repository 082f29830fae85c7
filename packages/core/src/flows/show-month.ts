import { parsePeriod, periodAt } from "../costs/period.ts";
import { TagledgerError } from "../errors.ts";
import { compareMonths } from "../reports/month/compare.ts";
import { groupMonth } from "../reports/month/group.ts";
import type { MonthQuery } from "../reports/month/keys.ts";
import type { MonthReport } from "../reports/month/month.ts";
import { type MonthAsked, type MonthRecords, type ReadMonth, readMonth } from "./month/read-month.ts";

/** What is asked of a month, and by whom. */
export interface ShowMonth extends MonthAsked, MonthQuery {
  /** Whether it is set beside the month before. */
  readonly compare?: boolean | undefined;
}

/** A month as it was asked for. */
export interface ShownMonth {
  readonly report: MonthReport;
  /** The hashes of all that it follows from: as long as these are the same, so is the report of the same question. */
  readonly hashes: readonly string[];
}

/**
 * Shows a month from the snapshot that is read of it, grouped and filtered as asked, with what whoever asks may see.
 *
 * @returns null where no snapshot of the month was made
 * @throws bad-input where a snapshot was made before its cells were kept
 */
export async function showMonth(
  { snapshots }: { readonly snapshots: MonthRecords },
  { compare = false, ...asked }: ShowMonth,
): Promise<ShownMonth | null> {
  const { groupBy, where, teams } = asked;
  const now = await readMonth(snapshots, asked, where);
  if (now === null) return null;
  const grouped = groupMonth(now.cells, asked);
  const report: MonthReport = { ...now.of, groupBy, where, teams, grouped };
  if (!compare) return { report, hashes: now.hashes };
  const before = await monthBefore(snapshots, asked, now);
  if (before === null)
    return { report: { ...report, compared: { with: null, month: null } }, hashes: now.hashes };
  const month = compareMonths(grouped, groupMonth(before.cells, asked));
  return {
    report: { ...report, compared: { with: before.of, month } },
    // Between them, so that what moves from one month to the other is noticed.
    hashes: [...now.hashes, "", ...before.hashes],
  };
}

/** The month before; null where nothing is known of it or its cells, or it is in another currency. */
async function monthBefore(
  snapshots: MonthRecords,
  asked: ShowMonth,
  { of: { currency } }: ReadMonth,
): Promise<ReadMonth | null> {
  const period = periodAt(parsePeriod(asked.period).start - 1).name;
  try {
    const before = await readMonth(snapshots, { ...asked, period }, asked.where);
    return before === null || before.of.currency !== currency ? null : before;
  } catch (error) {
    // A month whose cells were never kept can be told of no further than that.
    if (error instanceof TagledgerError && error.code === "bad-input") return null;
    throw error;
  }
}
