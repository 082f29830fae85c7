import { formatAmount } from "@tagledger/core/costs/money";
import { type Content, html } from "@tagledger/core/reports/render/html/markup";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import type { Row, Section } from "../page/page.ts";
import { STYLE } from "./style.ts";

/** A part of a mail: a heading and a table. */
export function sectionHtml({ title, note, rows, total }: Section, currency: string): Content {
  return html`<tr><td class="paper ink" style="${STYLE.inside}"><h2 class="ink" style="${STYLE.section}">${title}</h2>${note === null ? null : html`<p class="faint" style="${STYLE.faint}">${note}</p>`}<table cellpadding="0" cellspacing="0" border="0" width="100%" style="${STYLE.table}">${rows.map((row) => rowHtml(row, currency, false))}${total === null ? null : rowHtml(total, currency, true)}</table></td></tr>
`;
}

function rowHtml(
  { name, details, code, amount, isChange, aside }: Row,
  currency: string,
  isTotal: boolean,
): Content {
  const strong = isTotal ? ";font-weight:700" : "";
  const below = details.map(
    (detail) => html`<br><span class="faint" style="${STYLE.detail}">${detail}</span>`,
  );
  const line = code === null ? null : html`<br><code class="ink" style="${STYLE.code}">${code}</code>`;
  const beside =
    aside === null ? null : html`<br><span class="faint" style="${STYLE.detail}">${aside}</span>`;
  return html`<tr><th scope="row" align="left" class="ink line" style="${STYLE.name}${strong}">${name}${below}${line}</th>${amount === null ? html`<td align="right" class="ink line" style="${STYLE.figure}">${aside === null ? "\u00a0" : html`<span class="faint" style="${STYLE.detail}">${aside}</span>`}</td>` : html`<td align="right" class="ink line" style="${STYLE.figure}${strong}"><span title="${formatAmount(amount)}">${signedFigure(amount, currency, isChange)}</span>${beside}</td>`}</tr>`;
}

/** A figure, with its sign where it is a difference. */
function signedFigure(amount: bigint, currency: string, isChange: boolean): string {
  return isChange && amount > 0n ? `+${figure(amount, currency)}` : figure(amount, currency);
}
