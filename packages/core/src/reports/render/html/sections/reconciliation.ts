import type { Amount } from "../../../../costs/money.ts";
import type { Report, ReportReconciliation } from "../../../report.ts";
import { differenceFigure } from "../../wording/figure.ts";
import { BASIS_WORDS } from "../../wording/words.ts";
import { moneyCell, name } from "../cells.ts";
import { type Content, html, type Markup } from "../markup.ts";
import { body, table } from "../table.ts";
import { section } from "./section.ts";

/** The proofs that nothing was lost: billed by invoice, and billed + bridge = bill = reported. */
export function reconciliationSection({ reconciliation, basis, currency }: Report): Markup {
  const { billed, bridge, bill, reported, difference, invoices } = reconciliation;
  const line = (title: Content, amount: Amount, look = "") =>
    html`<tr${look === "" ? null : html` class="${look}"`}><th scope="row">${title}</th>${moneyCell(amount, currency)}</tr>\n`;
  const steps = table({
    id: "bridge-table",
    caption: `From billed to reported, in ${currency}`,
    headings: [{ title: "step" }, { title: "amount", align: "right" }],
    bodies: body([
      line("billed, as on the invoices", billed),
      bridge.map(({ type, amount }) => line(html`<span class="step">+ ${name(type)}</span>`, amount)),
      line(`= bill, ${BASIS_WORDS[basis]}`, bill, "strong"),
      line("reported", reported),
    ]),
    foot: line("difference", difference),
  });
  const byInvoice = table({
    id: "invoice-table",
    caption: `Billed by invoice, in ${currency}`,
    headings: [{ title: "issuer" }, { title: "invoice" }, { title: "billed", align: "right" }],
    bodies: body(
      invoices.map(
        ({ issuer, invoice, billed: amount }) =>
          html`<tr><td>${orNone(issuer)}</td><td>${orNone(invoice)}</td>${moneyCell(amount, currency)}</tr>\n`,
      ),
    ),
    foot: html`<tr><th scope="row" colspan="2">billed</th>${moneyCell(billed, currency)}</tr>`,
  });
  return section(
    "reconciliation",
    "Reconciliation",
    verdict(reconciliation, currency),
    html`<div class="side-by-side">${steps}${byInvoice}</div>`,
  );
}

function verdict({ difference }: ReportReconciliation, currency: string): Markup {
  return difference === 0n
    ? html`<strong class="ok">✓ Every digit of the bill is reported once.</strong>`
    : html`<strong class="wrong">✗ ${differenceFigure(difference, currency)} ${currency} of the bill is not reported.</strong>`;
}

function orNone(value: string): Markup {
  return value === "" ? html`<span class="none">not named</span>` : name(value);
}
