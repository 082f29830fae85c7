import { visible } from "../../text/visible.ts";
import { figure } from "../render/wording/figure.ts";
import { percent } from "../render/wording/percent.ts";
import { monthWords } from "../render/wording/words.ts";
import type { Statement } from "./statement.ts";
import type { Summary } from "./summary.ts";

/** Longer names of teams are cut: a subject is read on a telephone. */
const LONGEST = 60;

/**
 * The subject of a mail, one line.
 *
 * @example subjectOf(statement) // "fraud-detection, August 2026: 12,480.11 USD (+4.2%), draft"
 */
export function subjectOf(letter: Statement | Summary): string {
  const { period, currency, state } = letter;
  const total = letter.kind === "statement" ? letter.total : letter.totals.bill;
  const before = letter.kind === "statement" ? letter.before?.total : letter.before?.bill;
  const whose = letter.kind === "statement" ? shortName(letter.team) : "All teams";
  const change = before === undefined ? "" : ` (${changeWords(total, before)})`;
  return `${whose}, ${monthWords(period)}: ${figure(total, currency)} ${currency}${change}${state === "draft" ? ", draft" : ""}`;
}

/**
 * By how much something changed, in percent of what it was.
 *
 * @example changeWords(110n, 100n) // "+10.0%"
 */
export function changeWords(after: bigint, before: bigint): string {
  if (before === 0n) return after === 0n ? "unchanged" : "new";
  const words = percent(after - before, before < 0n ? -before : before);
  return after > before ? `+${words}` : words;
}

/** A name of which nothing is hidden, and that is not too long for a line. */
export function shortName(name: string, longest = LONGEST): string {
  const shown = [...visible(name)];
  return shown.length <= longest ? shown.join("") : `${shown.slice(0, longest - 1).join("")}…`;
}
