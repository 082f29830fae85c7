import { displayAmount } from "../../costs/money.ts";
import { visible } from "../../text/visible.ts";
import { figure, left, NARROWEST, right, WIDTH } from "../audit/tables.ts";
import { layOut, type TextTable } from "../render/text/table.ts";
import { type LiveFigures, NO_FIGURES, plusFigures } from "./figures.ts";
import type { LiveRow, LiveSpend } from "./fold.ts";
import { currenciesOf, hourlyText, spentText } from "./money-text.ts";
import { dearestFirst } from "./order.ts";

/** More rows than anybody reads on a terminal; programs read all of them. */
const MOST_ROWS = 50;

/**
 * Renders live spend as plain text for a terminal of so many columns (default 100), the dearest first.
 *
 * @example renderLiveText(spend).split("\n")[0] // "Live · 2026-09-15T12:00:00.000Z · list prices on demand"
 */
export function renderLiveText(
  spend: LiveSpend,
  { width = WIDTH }: { readonly width?: number | undefined } = {},
): string {
  const { at, month, totals, rows } = spend;
  const table = rows.length === 0 ? [] : ["", ...layOut(tableOf(spend), Math.max(NARROWEST, width))];
  const notes = notesOf(totals, month);
  return [
    `Live · ${new Date(at).toISOString()} · list prices on demand, before discounts`,
    ...table,
    ...(notes.length === 0 ? [] : ["", ...notes]),
    "",
  ].join("\n");
}

function tableOf({ month, groupBy, totals, rows }: LiveSpend): TextTable {
  const currencies = currenciesOf(totals.hourly.amounts, totals.monthToDate.amounts);
  const cells = ({ hourly, monthToDate }: LiveFigures) => [
    figure(hourly.resources),
    figure(hourly.unpriced),
    ...currencies.map((each) => hourlyText(hourly.amounts.get(each), each, hourly.unpriced)),
    figure(monthToDate.resources),
    figure(monthToDate.unpriced),
    displayAmount(monthToDate.unpricedHours, 1),
    ...currencies.map((each) => spentText(monthToDate.amounts.get(each), each, monthToDate.unpriced)),
  ];
  const names = (values: readonly string[]) => groupBy.map((_, place) => values[place] ?? "");
  const now = ["now", "unpriced", ...currencies.map((each) => `${each}/hour`)];
  const soFar = [`in ${month}`, "unpriced", "hours", ...currencies.map((each) => `${each} so far`)];
  const ranked = rows.toSorted(byBurn(totals));
  const rest = ranked.slice(MOST_ROWS);
  return {
    columns: [...groupBy.map(left), ...[...now, ...soFar].map(right)],
    rows: [
      ...ranked.slice(0, MOST_ROWS).map((row) => [...row.group.map(nameOf), ...cells(row)]),
      ...(rest.length === 0
        ? []
        : [[...names([`${figure(rest.length)} more`]), ...cells(rest.reduce(plusFigures, NO_FIGURES))]]),
    ],
    total: [...names(["total"]), ...cells(totals)],
  };
}

/** By what they cost in an hour, then by what they came to. */
function byBurn(totals: LiveFigures): (a: LiveRow, b: LiveRow) => number {
  const [hourly, soFar] = [dearestFirst(totals.hourly.amounts), dearestFirst(totals.monthToDate.amounts)];
  return (a, b) =>
    hourly(a.hourly.amounts, b.hourly.amounts) || soFar(a.monthToDate.amounts, b.monthToDate.amounts);
}

function notesOf({ hourly, monthToDate }: LiveFigures, month: string): string[] {
  const { unpriced, mayHaveEnded } = monthToDate;
  const of = (count: number, what: string) =>
    `${figure(count)} ${count === 1 ? "resource" : "resources"} ${what}`;
  return [
    ...(monthToDate.resources === 0 ? [`Nothing is known to have been there in ${month} until then.`] : []),
    ...(hourly.resources === 0 ? ["Nothing is known to be there at this instant."] : []),
    ...(unpriced === 0
      ? []
      : [of(unpriced, "had no known price for the hours that stand there: that is in no amount.")]),
    ...(mayHaveEnded === 0
      ? []
      : [of(mayHaveEnded, "may have ended unseen: counted up to the latest possible end.")]),
  ];
}

function nameOf(value: string | null): string {
  return value === null ? "(none)" : visible(value) || '""';
}
