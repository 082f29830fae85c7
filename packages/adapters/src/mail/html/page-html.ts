import { formatAmount } from "@tagledger/core/costs/money";
import { html, type Markup } from "@tagledger/core/reports/render/html/markup";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import type { Page } from "../page/page.ts";
import { bar } from "./bar.ts";
import { sectionHtml } from "./section.ts";
import { SHEET, STYLE } from "./style.ts";

/**
 * A mail as HTML: tables and inline styles, which Outlook and Gmail show alike, and no image. Whatever a name holds is
 * text.
 *
 * @example pageHtml(statementPage(statement)).startsWith("<!doctype html>") // true
 */
export function pageHtml(page: Page): string {
  const { title, month, currency, state, stateWords, amount, change, sections, footing, link, subject } =
    page;
  const sheet: Markup = { markup: SHEET };
  const { markup } = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title><style>${sheet}</style></head>
<body class="ground" style="${STYLE.body}"><div role="main"><table role="presentation" class="ground" cellpadding="0" cellspacing="0" border="0" width="100%" style="${STYLE.outer}"><tr><td align="center" class="ground">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="paper" cellpadding="0" cellspacing="0" border="0" width="100%" style="${STYLE.paper}">
<tr><td class="paper ink" style="${STYLE.inside}"><h1 class="ink" style="${STYLE.title}">${title}</h1><p class="faint" style="${STYLE.faint}">${month} <span class="ink" style="${STYLE.badge}" data-state="${state}">${stateWords}</span></p><p class="ink" style="${STYLE.amount}"><span title="${formatAmount(amount)}">${figure(amount, currency)}</span> ${currency}</p>${change === null ? null : html`<p class="faint" style="${STYLE.faint}">${change}</p>`}${bar(page)}${link === null ? null : html`<p style="margin:8px 0 0"><a class="accent" href="${link}" style="${STYLE.link}">See it in the browser</a></p>`}</td></tr>
${sections.map((section) => sectionHtml(section, currency))}<tr><td class="paper ink" style="${STYLE.inside}">${footing.map((line) => html`<p class="faint" style="${STYLE.faint}">${line}</p>`)}<p class="faint" style="${STYLE.faint}">The attached CSV has all parts with all digits.</p></td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table></div></body></html>
`;
  return markup;
}
