import { visible } from "../../text/visible.ts";
import type { Message } from "../message.ts";
import { HAPPENED, worstFirst } from "./happened.ts";

/** A longer name would leave no room for anything else. */
const LONGEST_NAME = 40;

/**
 * What a message is about in one line: how many resources, and the worst that happened.
 *
 * @example headline(message) // "Tagledger: 1 of 3 resources quarantined"
 */
export function headline({ items }: Pick<Message, "items">): string {
  const all = items.map(({ happened }) => happened).sort(worstFirst);
  const [worst] = all;
  const count = all.filter((each) => each === worst).length;
  const resources = all.length === 1 ? "resource" : "resources";
  const number = count === all.length ? `${count}` : `${count} of ${all.length}`;
  return `Tagledger: ${number} ${resources}${worst === undefined ? "" : ` ${HAPPENED[worst].counted}`}`;
}

/**
 * The subject of a mail: one line that also names the team, or says that no owner is known.
 *
 * @example subjectLine(message) // "Tagledger: 1 of 3 resources quarantined (vision)"
 */
export function subjectLine(message: Pick<Message, "items" | "to">): string {
  return `${headline(message)} (${addresseeText(message.to)})`;
}

function addresseeText(to: Message["to"]): string {
  if (to === "fallback") return "no owner known";
  const characters = [...visible(to.team)];
  if (characters.length <= LONGEST_NAME) return characters.join("");
  return `${characters.slice(0, LONGEST_NAME - 1).join("")}…`;
}
