import { csvRow } from "./csv-row.ts";
import { csvText } from "./csv-text.ts";
import { type FocusCharge, focusCharges } from "./focus/charges.ts";
import { focusColumns } from "./focus/columns.ts";
import { headerOf } from "./focus/header.ts";
import type { FocusSource } from "./focus/source.ts";

/** Amounts, which may begin with a minus. */
const COSTS: ReadonlySet<string> = new Set(["BilledCost", "EffectiveCost", "ContractedCost", "ListCost"]);

/** Where nothing is charged, the header still says what there would be. */
const NOTHING: FocusCharge = { place: { kind: "excluded" }, allocated: null, costs: new Map() };

/**
 * Renders a report as CSV in the columns of the Cost and Usage dataset of FOCUS 1.3: a row for what each leaf costs
 * directly, one for each part of a pool as an allocated charge, and one each for what is nobody's; on the basis of the
 * report they sum to its bill, exactly.
 */
export function renderFocus(source: FocusSource): string {
  const header = headerOf(source);
  const names = Object.keys(focusColumns(NOTHING, header, source));
  const rows = focusCharges(source).map((charge) => focusColumns(charge, header, source));
  return [names, ...rows.map((row) => names.map((name) => cellOf(name, row[name] ?? null)))]
    .map(csvRow)
    .join("");
}

/** Names are anybody's text, and no spreadsheet is to run them. */
function cellOf(name: string, value: string | null): string | null {
  return COSTS.has(name) ? value : csvText(value);
}
