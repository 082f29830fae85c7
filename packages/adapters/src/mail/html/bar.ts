import { type Content, html } from "@tagledger/core/reports/render/html/markup";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import type { Page } from "../page/page.ts";
import { BARS, STYLE } from "./style.ts";

const WHOLE = 100n;

/** The parts of a total as a bar of table cells, which needs no image; without one where a part is negative. */
export function bar({ parts, amount, currency }: Pick<Page, "parts" | "amount" | "currency">): Content {
  const drawn = parts.map((part, place) => ({ ...part, colour: BARS[place] ?? BARS[0] }));
  const shown = drawn.filter((part) => part.amount !== 0n);
  const key = shown.map(
    ({ name, amount: own, colour }, place) =>
      html`${place === 0 ? "" : " "}<span style="white-space:nowrap"><span style="color:${colour}" aria-hidden="true">&#9632;</span> ${name} ${figure(own, currency)}</span>`,
  );
  return html`${amount > 0n && shown.every((part) => part.amount > 0n) ? cells(shown, amount) : null}<p class="faint" style="${STYLE.faint}">${key}</p>`;
}

function cells(
  shown: readonly { readonly amount: bigint; readonly colour: string }[],
  whole: bigint,
): Content {
  const drawn = shown.map(({ amount, colour }) => ({ colour, width: widthOf(amount, whole) }));
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="border-collapse:collapse;margin:12px 0 8px;table-layout:fixed"><tr>${drawn.map(
    ({ colour, width }) =>
      html`<td width="${width}%" bgcolor="${colour}" style="width:${width}%;height:12px;line-height:12px;font-size:1px;background-color:${colour}">&nbsp;</td>`,
  )}</tr></table>`;
}

/** What is there is seen. */
function widthOf(amount: bigint, whole: bigint): string {
  const percent = (amount * WHOLE) / whole;
  return String(percent === 0n ? 1n : percent);
}
