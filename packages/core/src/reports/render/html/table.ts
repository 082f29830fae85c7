import { type Content, html, type Markup } from "./markup.ts";

/** A column's heading; figures stand right. */
export interface Heading {
  readonly title: Content;
  readonly align?: "right";
}

/** A table with its caption, in a frame of its own that scrolls sideways where the page is too narrow. */
export interface Table {
  /** Names the table on its page. */
  readonly id: string;
  readonly caption: Content;
  readonly headings: readonly Heading[];
  /** One or more `tbody`. */
  readonly bodies: Content;
  readonly foot?: Content;
}

/** Draws a table. */
export function table({ id, caption, headings, bodies, foot }: Table): Markup {
  return html`
<div class="scroll" role="region" aria-labelledby="${id}-caption" tabindex="0"><table id="${id}">
<caption id="${id}-caption">${caption}</caption>
<thead><tr>${headings.map(heading)}</tr></thead>
${bodies}${foot === undefined ? null : html`<tfoot>${foot}</tfoot>`}
</table></div>`;
}

/** A table's body of rows. */
export function body(rows: Content): Markup {
  return html`<tbody>${rows}</tbody>`;
}

function heading({ title, align }: Heading): Markup {
  return html`<th scope="col"${align === "right" ? html` class="figure"` : null}>${title}</th>`;
}
