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
  const columns = report.groupBy.map((key, index) => {
    const { values, at } = columnOf(rows.map(({ group }) => group[index] ?? null));
    const places = at === undefined ? "" : `,"at":[${at.join(",")}]`;
    return `${JSON.stringify(key)}:{"values":${JSON.stringify(values)}${places}}`;
  });
  const amounts = [
    decimals(
      "direct",
      texts.map(({ direct }) => direct),
    ),
    decimals(
      "shared",
      texts.map(({ shared }) => shared),
    ),
    decimals(
      "total",
      texts.map(({ total }) => total),
    ),
  ];
  if (report.compared?.month) {
    amounts.push(
      decimals(
        "before",
        compared.map(({ before }) => before),
      ),
    );
    amounts.push(
      decimals(
        "change",
        compared.map(({ change }) => change),
      ),
    );
  }
  const about = JSON.stringify({ form: FORM, ...aboutJson(report), rows: rows.length });
  return `${about.slice(0, -1)},"columns":{${columns.join(",")}},"amounts":{${amounts.join(",")}}}`;
}

/** Decimals hold nothing that JSON would escape. */
function decimals(name: string, texts: readonly string[]): string {
  return texts.length === 0 ? `"${name}":[]` : `"${name}":["${texts.join('","')}"]`;
}
