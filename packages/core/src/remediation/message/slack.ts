import type { Message, MessageItem } from "../message.ts";
import { clipLines } from "./clip.ts";
import { type Code, factsOf, type ItemFacts } from "./facts.ts";
import { fold, foldedSays, foldedTitle, linesWithin } from "./fold.ts";
import { instantText } from "./instant.ts";
import { slackEscaped, slackFence, slackGiven, slackSaying } from "./mrkdwn.ts";
import { dearestFirst } from "./order.ts";
import type { Rendering } from "./rendering.ts";
import { headline, subjectLine } from "./subject.ts";

/** A block of text as Slack takes it; with `verbatim` it looks for no names in it. */
export type SlackBlock = {
  readonly type: "section";
  readonly text: { readonly type: "mrkdwn"; readonly text: string; readonly verbatim: true };
};

/** What a webhook that understands Slack takes. */
export type SlackPayload = {
  /** What notifications show, and where blocks are not understood. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
};

/** Slack's limits: of a message, and of the text in a block. */
const MOST_BLOCKS = 50;
const LONGEST_TEXT = 3_000;
/** Undocumented: above some 13,000 characters in all blocks together Slack refuses a message. */
const MOST_CHARACTERS = 11_000;
const LONGEST_CODE = 2_400;
/** For the headline, a note, and naming those that are not told in full. */
const OTHER_BLOCKS = 2;
const OTHER_CHARACTERS = 2_600;
const LONGEST_FOLDED = 1_500;

/**
 * A message for a webhook that understands Slack, within Slack's limits: the dearest in full, the rest named or counted.
 *
 * @example slackPayload(message, { note: null, localTime: null }).text // "Tagledger: 1 resource quarantined (vision)"
 */
export function slackPayload(message: Message, { note, localTime }: Rendering): SlackPayload {
  const items = dearestFirst(message.items);
  const render = (item: MessageItem, number: number) => itemBlocks(factsOf(item, message, localTime), number);
  const perItem = Math.floor((MOST_BLOCKS - OTHER_BLOCKS) / 4);
  const { full, rest } = fold(
    items.slice(0, perItem),
    render,
    MOST_CHARACTERS - OTHER_CHARACTERS,
    (blocks) => JSON.stringify(blocks).length,
  );
  const folded = [...rest, ...items.slice(perItem)];
  const blocks = [headBlock(message, note, localTime), ...full.flat(), ...foldedBlocks(folded, full.length)];
  return { text: slackEscaped(subjectLine(message)), blocks };
}

function headBlock(message: Message, note: string | null, localTime: Rendering["localTime"]): SlackBlock {
  const whose = message.to === "fallback" ? "no owner known" : slackGiven(message.to.team);
  const when = slackEscaped(instantText(message.at, localTime));
  const lines = [`*${headline(message)}* (${whose})`, ...(note === null ? [] : [slackGiven(note)]), when];
  return block(lines.join("\n"));
}

function itemBlocks({ title, facts, codes }: ItemFacts, number: number): readonly SlackBlock[] {
  const lines = facts.map(({ label, says }) => `*${label}:* ${slackSaying(says)}`);
  const room = LONGEST_TEXT - title.length - 100;
  return [
    block([`*${number}. ${slackEscaped(title)}*`, ...clipLines(lines, room)].join("\n")),
    ...codes.map(codeBlock),
  ];
}

function codeBlock({ label, code }: Code): SlackBlock {
  return block(`*${label}:*\n${slackFence(code, LONGEST_CODE)}`);
}

function foldedBlocks(rest: readonly MessageItem[], shown: number): readonly SlackBlock[] {
  if (rest.length === 0) return [];
  const lines = rest.map((item) => `• ${slackGiven(item.resource)} ${slackEscaped(foldedSays(item))}`);
  const named = linesWithin(lines, LONGEST_FOLDED, (line) => line.length);
  return [block([`*${slackEscaped(foldedTitle(rest, shown))}:*`, ...named].join("\n"))];
}

function block(text: string): SlackBlock {
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true } };
}
