import { visible } from "../../../text/visible.ts";

/** Text that is HTML already; everything else is escaped when it enters a template. */
export interface Markup {
  readonly markup: string;
}

/** What a template may hold: markup as it is, texts and numbers escaped, lists one after the other, null as nothing. */
export type Content = Markup | string | number | null | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Writes HTML; whatever is put in is escaped, so that no name can become a tag or leave its attribute.
 *
 * @example html`<td title="${'"'}">${"<b>"}</td>` // <td title="&quot;">&lt;b&gt;</td>
 */
export function html(texts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let markup = texts[0] ?? "";
  for (const [index, content] of contents.entries()) markup += write(content) + (texts[index + 1] ?? "");
  return { markup };
}

/** Writes content down as HTML text. */
export function write(content: Content): string {
  if (content === null) return "";
  if (typeof content === "string") return escapeText(content);
  if (typeof content === "number") return String(content);
  return "markup" in content ? content.markup : content.map(write).join("");
}

function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
