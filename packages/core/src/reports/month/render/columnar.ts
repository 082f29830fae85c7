import { formatAmount } from "../../../costs/money.ts";
import { columnOf } from "../../render/columnar.ts";
import type { MonthReport } from "../month.ts";
import { amountTexts } from "./amount-texts.ts";
import { monthJson } from "./json.ts";

/** Names the form, so that a later one is not misread. */
const FORM = "tagledger-month-1";

/** Renders a month as JSON column by column, which is smaller and quicker to read where rows are many. */
export function monthColumnar(report: MonthReport): string {
  const { groupBy, grouped, compared } = report;
  const month = compared?.month ?? null;
  const rows = month?.rows ?? grouped.rows;
  const texts = rows.map(amountTexts);
  const { rows: _, ...about } = monthJson({
    ...report,
    grouped: { ...grouped, rows: [] },
    ...noRows(report),
  });
  return JSON.stringify({
    form: FORM,
    ...about,
    rows: rows.length,
    columns: Object.fromEntries(
      groupBy.map((key, index) => [key, columnOf(rows.map(({ group }) => group[index] ?? null))]),
    ),
    amounts: {
      direct: texts.map(({ direct }) => direct),
      shared: texts.map(({ shared }) => shared),
      total: texts.map(({ total }) => total),
      ...(month === null
        ? {}
        : {
            before: month.rows.map(({ before }) => formatAmount(before)),
            change: month.rows.map(({ change }) => formatAmount(change)),
          }),
    },
  });
}

/** The comparison without its rows, which stand in columns. */
function noRows({ compared }: MonthReport): Pick<MonthReport, "compared"> {
  if (compared === undefined) return {};
  const { month } = compared;
  return { compared: { ...compared, month: month === null ? null : { ...month, rows: [] } } };
}
