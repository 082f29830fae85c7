import { visible } from "../../text/visible.ts";
import type { Message, MessageItem } from "../message.ts";
import { bytesOf } from "./bytes.ts";
import { clip, clipLines } from "./clip.ts";
import { type Code, type Fact, factsOf, type Saying } from "./facts.ts";
import { fold, foldedSays, foldedTitle, linesWithin } from "./fold.ts";
import { instantText } from "./instant.ts";
import { dearestFirst } from "./order.ts";
import type { Rendering } from "./rendering.ts";
import { subjectLine } from "./subject.ts";

/** SNS takes 256 kB with all attributes, and nobody reads a longer mail. */
const MOST_BYTES = 200_000;
/** For naming those that are not told in full. */
const FOLDED_BYTES = 40_000;
const LONGEST_NAME = 2_048;
const LONGEST_CODE = 20_000;
/** What stands in a sentence without quotes. */
const PLAIN = /^[\p{L}\p{N}_.:/@+*[\]-]+$/u;

/**
 * A message as plain text. What others wrote never makes a line of its own: it stands behind a label, and code stands
 * further in than any label.
 *
 * @example messageText(message, { note: null, localTime: null }).split("\n")[0]
 * // "Tagledger: 1 of 3 resources quarantined (vision)"
 */
export function messageText(message: Message, { note, localTime }: Rendering): string {
  const items = dearestFirst(message.items);
  const render = (item: MessageItem, number: number) => {
    const { title, facts, codes } = factsOf(item, message, localTime);
    return [`${number}. ${title}`, ...facts.map(factLine), ...codes.flatMap(codeLines), ""].join("\n");
  };
  const { full, rest } = fold(items, render, MOST_BYTES - FOLDED_BYTES, bytesOf);
  return [
    subjectLine(message),
    `As of ${instantText(message.at, localTime)}`,
    ...(note === null ? [] : [visible(note)]),
    "",
    ...full,
    ...(rest.length === 0 ? [] : foldedLines(rest, full.length)),
  ].join("\n");
}

function factLine({ label, says }: Fact): string {
  return `   ${label}: ${sentence(says)}`;
}

function sentence(says: Saying): string {
  return says
    .map((part) => {
      if (typeof part === "string") return part;
      const given = clip(visible(part.given), LONGEST_NAME);
      return says.length === 1 || PLAIN.test(given) ? given : `"${given.replaceAll('"', '\\"')}"`;
    })
    .join("");
}

function codeLines({ label, code }: Code): readonly string[] {
  const lines = clipLines(code.split("\n").map(visible), LONGEST_CODE);
  return [`   ${label}:`, ...lines.map((line) => `      ${line}`)];
}

function foldedLines(rest: readonly MessageItem[], shown: number): readonly string[] {
  const lines = rest.map((item) => `   ${clip(visible(item.resource), LONGEST_NAME)} ${foldedSays(item)}`);
  return [`${foldedTitle(rest, shown)}:`, ...linesWithin(lines, FOLDED_BYTES - 1_000, bytesOf), ""];
}
