import { sum } from "../../../../costs/money.ts";
import type { Report } from "../../../report.ts";
import { groupWords, missingWords } from "../../wording/words.ts";
import { moneyCell, nameOr } from "../cells.ts";
import { html, type Markup } from "../markup.ts";
import { body, table } from "../table.ts";
import { nothing, section } from "./section.ts";

/** The groups asked for with what each comes to. */
export function rowSection({ rows, groupBy, currency }: Report): Markup {
  const all = (of: "direct" | "shared" | "total") => sum(rows.map((row) => row[of]));
  const figures = (["direct", "shared", "total"] as const).map((of) => moneyCell(all(of), currency));
  return section(
    "rows",
    groupWords(groupBy),
    null,
    rows.length === 0
      ? nothing("None.")
      : table({
          id: "row-table",
          caption: `Direct cost, shared fees and total in ${currency}`,
          headings: [
            ...groupBy.map((title) => ({ title })),
            ...["direct", "shared", "total"].map((title) => ({ title, align: "right" as const })),
          ],
          bodies: body(
            rows.map(
              ({ group, direct, shared, total }) =>
                html`<tr>${groupBy.map((dimension, index) => html`<td>${nameOr(group[index] ?? null, missingWords(dimension))}</td>`)}${[direct, shared, total].map((amount) => moneyCell(amount, currency))}</tr>\n`,
            ),
          ),
          foot: html`<tr>${groupBy.length === 0 ? null : html`<th scope="row" colspan="${groupBy.length}">total</th>`}${figures}</tr>`,
        }),
  );
}
