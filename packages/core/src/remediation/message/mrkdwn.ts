import { visible } from "../../text/visible.ts";
import { clip, clipLines } from "./clip.ts";
import type { Saying } from "./facts.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const LONGEST_NAME = 300;
const FENCE = "```";

/**
 * Escapes the characters by which Slack knows mentions and links.
 *
 * @example slackEscaped("<!channel>") // "&lt;!channel&gt;"
 */
export function slackEscaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? "");
}

/**
 * What others wrote, as code within a line: there Slack formats nothing, and nothing ends it early.
 *
 * @example slackGiven("a*b*") // "`a*b*`"
 */
export function slackGiven(text: string): string {
  // Slack has no way to write the mark itself within code.
  const one = clip(visible(text), LONGEST_NAME).replaceAll("`", "ˋ");
  return one.trim() === "" ? "(empty)" : `\`${slackEscaped(one)}\``;
}

/** A sentence in which what others wrote is set apart. */
export function slackSaying(says: Saying): string {
  return says
    .map((part) => (typeof part === "string" ? slackEscaped(part) : slackGiven(part.given)))
    .join("");
}

/**
 * Lines as a block of code, up to so many characters; what Slack would take for its end cannot be shown, and it is said
 * that it is not.
 *
 * @example slackFence("aws s3 ls", 1_500) // "```\naws s3 ls\n```"
 */
export function slackFence(code: string, most: number): string {
  if (code.includes(FENCE)) return "(left out here: it contains the mark that ends a block of code in Slack)";
  const lines = code.split("\n").map((line) => slackEscaped(visible(line)));
  return [FENCE, ...clipLines(lines, most), FENCE].join("\n");
}
