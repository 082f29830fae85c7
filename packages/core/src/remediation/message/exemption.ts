import type { Message, MessageItem } from "../message.ts";
import { yamlText } from "../syntax/yaml.ts";

/** Long enough to put something right, and short enough that nobody forgets. */
const EXEMPT_DAYS = 30;
const DAY = 86_400_000;

/**
 * An entry for `enforcement.exemptions` that leaves a resource alone for a month.
 *
 * @example exemptionEntry(item, { to: { team: "vision" }, at })
 * // '- match: { resource: "arn:aws:s3:::my-data" }\n  reason: "CHANGE_ME" # why it may stay as it is\n …'
 */
export function exemptionEntry(
  { resource }: Pick<MessageItem, "resource">,
  { to, at }: Pick<Message, "to" | "at">,
): string {
  const until = new Date(at + EXEMPT_DAYS * DAY).toISOString().slice(0, 10);
  const owner =
    to === "fallback"
      ? `${yamlText("CHANGE_ME")} # who answers for it`
      : yamlText(to.team === "" ? "CHANGE_ME" : to.team);
  return [
    `- match: { resource: ${yamlText(resource)} }`,
    `  reason: ${yamlText("CHANGE_ME")} # why it may stay as it is`,
    `  owner: ${owner}`,
    `  until: ${until}`,
  ].join("\n");
}
