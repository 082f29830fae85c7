import type { LiveAnswer } from "../api/answers.ts";
import { type Amount, largestFirst, parseAmount } from "../money/amount.ts";

type Figures = LiveAnswer["totals"];

/** An amount in its currency. */
export interface InCurrency {
  readonly amount: Amount;
  readonly currency: string;
}

/** What some resources cost; where no price of theirs is known there is no amount, which is not nothing. */
export interface Costs {
  /** Several where prices are of several currencies. */
  readonly amounts: readonly InCurrency[];
  readonly resources: number;
  readonly unpriced: number;
  readonly mayHaveEnded: number;
}

/** A team, or a kind of resource, as the table shows it. */
export interface LiveRow {
  readonly name: string | null;
  readonly hourly: Costs;
  readonly monthToDate: Costs;
}

/** By what live spend is grouped: by team, and that of one team by the kind of resource. */
export type LiveBy = "team" | "type";

/** What resources cost now and came to so far: the rows that cost most an hour first. */
export function liveRows(
  { rows, totals }: LiveAnswer,
  by: LiveBy,
): {
  readonly total: LiveRow;
  readonly rows: readonly LiveRow[];
  /** In which most is paid; null where no price is known. */
  readonly currency: string | null;
} {
  const read = rows.map((row) => liveRow(row[by] ?? null, row));
  const total = liveRow(null, totals);
  const currency = (total.hourly.amounts[0] ?? total.monthToDate.amounts[0])?.currency ?? null;
  const cost = (costs: Costs) => amountIn(costs, currency) ?? -1n;
  const sorted = read
    .sort(largestFirst(({ monthToDate }) => cost(monthToDate)))
    .sort(largestFirst(({ hourly }) => cost(hourly)));
  return { total, rows: sorted, currency };
}

/** An amount of one currency; null where none is known. */
export function amountIn({ amounts }: Costs, currency: string | null): Amount | null {
  return amounts.find((each) => each.currency === currency)?.amount ?? null;
}

function liveRow(name: string | null, { hourly, monthToDate }: Figures): LiveRow {
  return { name, hourly: costsOf(hourly), monthToDate: costsOf(monthToDate) };
}

function costsOf({ amounts, resources, unpriced, mayHaveEnded }: Figures["hourly"]): Costs {
  const read = amounts.map(({ amount, currency }) => ({ amount: parseAmount(amount), currency }));
  return { amounts: read.sort(largestFirst(({ amount }) => amount)), resources, unpriced, mayHaveEnded };
}
