import { formatAmount } from "@tagledger/core/costs/money";
import { type Content, html } from "@tagledger/core/reports/render/html/markup";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import type { Row, Section } from "../page/page.ts";
import { STYLE } from "./style.ts";

/** A part of a mail: a heading and a table. */
export function sectionHtml({ title, note, rows, total }: Section, currency: string): Content {
  return html`<tr><td class="paper ink" style="${STYLE.inside}"><h2 class="ink" style="${STYLE.section}">${title}</h2>${note === null ? null : html`<p class="faint" style="${STYLE.faint};margin-bottom:6px">${note}</p>`}<table cellpadding="0" cellspacing="0" border="0" width="100%" style="${STYLE.table}">${rows.map((row) => rowHtml(row, currency, false))}${total === null ? null : rowHtml(total, currency, true)}</table></td></tr>
`;
}

function rowHtml(row: Row, currency: string, isTotal: boolean): Content {
  const { name, details, code, amount, aside } = row;
  const strong = isTotal ? ";font-weight:700" : "";
  // What follows in a line of its own belongs to the same entry.
  const open = code === null ? "" : ";border-bottom:0";
  const isWide = amount === null && aside === null;
  const below = details.map(
    (detail) => html`<br><span class="faint" style="${STYLE.detail}">${detail}</span>`,
  );
  const head = html`<th scope="row" align="left"${isWide ? WIDE : null} class="ink line" style="${STYLE.name}${strong}${open}">${name}${below}</th>`;
  const figures = isWide
    ? null
    : html`<td align="right" class="ink line" style="${STYLE.figure}${strong}${open}">${figureHtml(row, currency)}</td>`;
  const line =
    code === null
      ? null
      : html`<tr><td colspan="2" class="ink line" style="${STYLE.command}"><code class="ink" style="${STYLE.code}">${code}</code></td></tr>`;
  return html`<tr>${head}${figures}</tr>${line}`;
}

const WIDE = html` colspan="2"`;

function figureHtml({ amount, isChange, aside }: Row, currency: string): Content {
  const faint = aside === null ? null : html`<span class="faint" style="${STYLE.detail}">${aside}</span>`;
  if (amount === null) return faint;
  const exact = html`<span title="${formatAmount(amount)}">${signedFigure(amount, currency, isChange)}</span>`;
  return faint === null ? exact : html`${exact}<br>${faint}`;
}

/** A figure, with its sign where it is a difference. */
function signedFigure(amount: bigint, currency: string, isChange: boolean): string {
  return isChange && amount > 0n ? `+${figure(amount, currency)}` : figure(amount, currency);
}
