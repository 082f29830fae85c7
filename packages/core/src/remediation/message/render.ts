import type { Message } from "../message.ts";
import type { Rendering } from "./rendering.ts";
import { type SlackPayload, slackPayload } from "./slack.ts";
import { subjectLine } from "./subject.ts";
import { messageText } from "./text.ts";

/** A message in every form that a channel may need. */
export type Rendered = {
  /** The same whenever the message is sent again. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Null where no owner is known. */
  readonly team: string | null;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly slack: SlackPayload;
};

/**
 * Renders a message for all channels.
 *
 * @example renderMessage(message, { note: null, localTime: null }).subject // "Tagledger: 1 resource quarantined (vision)"
 */
export function renderMessage(message: Message, rendering: Rendering): Rendered {
  const { id, at, to } = message;
  return {
    id,
    at,
    team: to === "fallback" ? null : to.team,
    subject: subjectLine(message),
    text: messageText(message, rendering),
    slack: slackPayload(message, rendering),
  };
}
