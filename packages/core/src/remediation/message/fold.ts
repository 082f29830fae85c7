import type { MessageItem } from "../message.ts";
import { HAPPENED } from "./happened.ts";
import { moneyText, togetherText } from "./money.ts";

/** Which items are told in full, as rendered, and which only named. */
export type Folded<Rendered> = {
  readonly full: readonly Rendered[];
  readonly rest: readonly MessageItem[];
};

/**
 * Keeps items, from the first on, as long as a channel takes them; from the first that does not fit on they are folded.
 *
 * @param size what an item takes of the room
 * @example fold(items, render, 40_000, (text) => text.length).rest.length // 12
 */
export function fold<Rendered>(
  items: readonly MessageItem[],
  render: (item: MessageItem, number: number) => Rendered,
  room: number,
  size: (rendered: Rendered) => number,
): Folded<Rendered> {
  const full: Rendered[] = [];
  let left = room;
  for (const [index, item] of items.entries()) {
    const rendered = render(item, index + 1);
    left -= size(rendered);
    if (left < 0) return { full, rest: items.slice(index) };
    full.push(rendered);
  }
  return { full, rest: [] };
}

/** How the folded are announced, as in `and 12 more, together 3.20 USD an hour`. */
export function foldedTitle(rest: readonly MessageItem[], shown: number): string {
  const number = shown === 0 ? `${rest.length} that take too many words` : `and ${rest.length} more`;
  return `${number}, together ${togetherText(rest)}`;
}

/** One line about a folded item, after its name. */
export function foldedSays({ happened, hourly }: MessageItem): string {
  return `${HAPPENED[happened].says}; ${moneyText(hourly)} an hour`;
}

/**
 * Lines up to a size, and after them how many there is no room for.
 *
 * @example linesWithin(["a", "b", "c"], 5, (line) => line.length) // ["a", "and 2 that there is no room to name"]
 */
export function linesWithin(
  lines: readonly string[],
  room: number,
  size: (line: string) => number,
): readonly string[] {
  let left = room;
  for (const [index, line] of lines.entries()) {
    left -= size(line) + 1;
    if (left < 0)
      return [...lines.slice(0, index), `and ${lines.length - index} that there is no room to name`];
  }
  return lines;
}
