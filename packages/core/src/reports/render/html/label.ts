import { nameOr } from "./cells.ts";
import { html, type Markup } from "./markup.ts";

const LONGEST = 60;

/** What a part of a chart is called: a value, the lack of one, or how many small parts it stands for. */
export type Label =
  | { readonly kind: "value"; readonly value: string | null; readonly missing: string }
  | { readonly kind: "others"; readonly count: number; readonly what: string }
  | { readonly kind: "words"; readonly words: string };

/** A label as a plain text of bounded length, for where a table close by has all of it. */
export function labelText(label: Label): string {
  if (label.kind === "words") return label.words;
  if (label.kind === "others") return `${label.count} other ${label.what}`;
  const characters = [...(label.value ?? label.missing)];
  return characters.length <= LONGEST ? characters.join("") : `${characters.slice(0, LONGEST).join("")}…`;
}

/** A label as markup. */
export function labelMarkup(label: Label): Markup {
  return label.kind === "value" ? nameOr(label.value, label.missing) : html`<span>${labelText(label)}</span>`;
}
