import type { Amount } from "../../../../costs/money.ts";
import type { Report } from "../../../report.ts";
import { percent } from "../../wording/percent.ts";
import { BASIS_WORDS, filterWords, monthWords, SHORT_SNAPSHOT, wholeWords } from "../../wording/words.ts";
import { money } from "../cells.ts";
import { type Content, html, type Markup } from "../markup.ts";

/** The top of the page: what is reported, and its headline figures. */
export function heading(report: Report): Markup {
  const { period, currency, basis, snapshot, where, totals } = report;
  const filter = filterWords(where);
  const whole = filter === "" ? "The bill" : "Kept of the bill";
  return html`
<header>
<p class="brand">Tagledger showback</p>
<h1><time datetime="${period}">${monthWords(period)}</time></h1>
<dl class="facts">
${fact("Basis", BASIS_WORDS[basis])}
${fact("Currency", currency)}
${fact("Snapshot", html`<code title="${snapshot}">${snapshot.slice(0, SHORT_SNAPSHOT)}</code>`)}
${filter === "" ? null : fact("Only", html`<bdi>${filter}</bdi>`)}
</dl>
<dl class="tiles">
${tile("bill", whole, totals.bill, report, `in ${currency}`)}
${tile("direct", "Direct", totals.direct, report)}
${tile("shared", "Shared fees", totals.shared, report)}
${tile("unallocated", "Unallocated", totals.unallocated, report)}
${tile("excluded", "Out of scope", totals.excluded, report)}
</dl>
</header>
`;
}

function fact(term: string, details: Content): Markup {
  return html`<div><dt>${term}</dt><dd>${details}</dd></div>`;
}

function tile(
  look: string,
  term: string,
  amount: Amount,
  { totals, currency, where }: Report,
  words = `${percent(amount, totals.bill)} of ${wholeWords(where)}`,
) {
  return html`<div class="tile tile-${look}"><dt><span class="swatch ${look}" aria-hidden="true"></span>${term}</dt><dd>${money(amount, currency)}</dd><dd class="share">${words}</dd></div>`;
}
