import type { Report } from "../../../report.ts";
import { percent } from "../../wording/percent.ts";
import { reasonWords } from "../../wording/words.ts";
import { moneyCell, name, nameOr } from "../cells.ts";
import { html, type Markup } from "../markup.ts";
import { body, table } from "../table.ts";
import { nothing, section } from "./section.ts";

/** Money that is nobody's, by reason and value. */
export function unallocatedSection({ unallocated, totals, currency }: Report): Markup {
  return section(
    "unallocated",
    "Unallocated",
    "In scope, but placed by no rule: what to tag or assign next.",
    unallocated.length === 0
      ? nothing("None: all money in scope has a team.")
      : table({
          id: "unallocated-table",
          caption: `Unallocated by reason and value, in ${currency}`,
          headings: [
            { title: "reason" },
            { title: "value" },
            { title: "amount", align: "right" },
            { title: "share", align: "right" },
          ],
          bodies: body(
            unallocated.map(
              ({ reason, value, amount }) =>
                html`<tr><td>${name(reason)} <small>${reasonWords(reason)}</small></td><td>${nameOr(value, "–")}</td>${moneyCell(amount, currency)}<td class="figure">${percent(amount, totals.bill)}</td></tr>\n`,
            ),
          ),
          foot: html`<tr><th scope="row" colspan="2">total</th>${moneyCell(totals.unallocated, currency)}<td class="figure">${percent(totals.unallocated, totals.bill)}</td></tr>`,
        }),
  );
}
