import type { Report } from "../../../report.ts";
import { html, type Markup } from "../markup.ts";

/** The foot of the page: how to read its figures, and what exactly they were made from. */
export function footing({ snapshot, currency }: Report): Markup {
  return html`
<footer>
<p>Figures are in ${currency} and rounded for reading, so a column may seem to miss its total by the smallest coin. The exact decimal of each is in its element, and appears when you point at it.</p>
<p>Snapshot <code>${snapshot}</code></p>
</footer>
`;
}
