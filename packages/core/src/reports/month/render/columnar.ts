import { columnOf } from "../../render/columnar.ts";
import type { MonthReport } from "../month.ts";
import { amountTexts, comparedTexts } from "./amount-texts.ts";
import { aboutJson, shownRows } from "./json.ts";

/** Names the form, so that a later one is not misread. */
const FORM = "tagledger-month-1";

/** Renders a month as JSON column by column, which is smaller and quicker to read where rows are many. */
export function monthColumnar(report: MonthReport): string {
  const rows = shownRows(report);
  const texts = rows.map(amountTexts);
  const compared = rows.flatMap((row) => ("change" in row ? comparedTexts(row) : []));
  return JSON.stringify({
    form: FORM,
    ...aboutJson(report),
    rows: rows.length,
    columns: Object.fromEntries(
      report.groupBy.map((key, index) => [key, columnOf(rows.map(({ group }) => group[index] ?? null))]),
    ),
    amounts: {
      direct: texts.map(({ direct }) => direct),
      shared: texts.map(({ shared }) => shared),
      total: texts.map(({ total }) => total),
      ...(report.compared?.month
        ? {
            before: compared.map(({ before }) => before),
            change: compared.map(({ change }) => change),
          }
        : {}),
    },
  });
}
