import { type Content, html, type Markup } from "../markup.ts";

/** A part of the page under a heading of its own. */
export function section(id: string, title: string, intro: Content, contents: Content): Markup {
  return html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${intro === null ? null : html`<p class="intro">${intro}</p>`}
${contents}
</section>
`;
}

/** What stands where there is nothing to show. */
export function nothing(words: string): Markup {
  return html`<p class="empty">${words}</p>`;
}
