import { establishedSums } from "../../../established.ts";
import type { Report } from "../../../report.ts";
import { percent } from "../../wording/percent.ts";
import { establishedWords } from "../../wording/words.ts";
import { moneyCell } from "../cells.ts";
import { html, type Markup } from "../markup.ts";
import { body, table } from "../table.ts";
import { nothing, section } from "./section.ts";

/** Direct cost by how its team was established: how much of it tags cover. */
export function establishedSection({ established, totals, currency }: Report): Markup {
  return section(
    "established",
    "How teams are known",
    "Only cost whose own tag names its team, on the bill or in the ledger, is covered by tags; the rest is inferred or decided.",
    established.length === 0
      ? nothing("None: there is no direct cost.")
      : table({
          id: "established-table",
          caption: `Direct cost by how its team was established, in ${currency}`,
          headings: [
            { title: "team known by" },
            { title: "amount", align: "right" },
            { title: "share", align: "right" },
          ],
          bodies: body(
            establishedSums(established).map(
              ({ by, amount }) =>
                html`<tr><td>${establishedWords(by)}</td>${moneyCell(amount, currency)}<td class="figure">${percent(amount, totals.direct)}</td></tr>\n`,
            ),
          ),
          foot: html`<tr><th scope="row">direct</th>${moneyCell(totals.direct, currency)}<td class="figure">${percent(totals.direct, totals.direct)}</td></tr>`,
        }),
  );
}
