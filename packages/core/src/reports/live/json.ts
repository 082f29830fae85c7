import { formatAmount } from "../../costs/money.ts";
import { amountLines } from "../../spend/amounts.ts";
import type { Group } from "../report.ts";
import type { LiveDimension } from "./dimensions.ts";
import type { Costing, LiveFigures } from "./figures.ts";
import type { LiveSpend } from "./fold.ts";

/** Renders live spend as JSON: amounts are exact decimal strings, the same spend always gives the same bytes. */
export function renderLiveJson(spend: LiveSpend): string {
  return `${JSON.stringify(jsonLive(spend), null, 2)}\n`;
}

/**
 * The JSON form of live spend as a value.
 *
 * @example jsonLive(spend).totals.hourly.amounts // [{ amount: "0.096", currency: "USD" }]
 */
export function jsonLive({ at, month, groupBy, totals, rows }: LiveSpend) {
  return {
    at: new Date(at).toISOString(),
    month,
    totals: jsonFigures(totals),
    rows: rows.map((row) => ({
      ...namedGroup(groupBy, row.group),
      ...jsonFigures(row),
    })),
  };
}

function namedGroup(groupBy: readonly LiveDimension[], group: Group) {
  const named: Partial<Record<LiveDimension, string | null>> = {};
  for (const [place, dimension] of groupBy.entries()) named[dimension] = group[place] ?? null;
  return named;
}

function jsonFigures({ monthToDate, hourly }: LiveFigures) {
  return {
    monthToDate: { ...jsonCosting(monthToDate), unpricedHours: formatAmount(monthToDate.unpricedHours) },
    hourly: jsonCosting(hourly),
  };
}

function jsonCosting({ amounts, resources, unpriced, mayHaveEnded }: Costing) {
  return { amounts: amountLines(amounts), resources, unpriced, mayHaveEnded };
}
