import type { Message, MessageItem } from "@tagledger/core/remediation/message";
import { type Rendered, renderMessage } from "@tagledger/core/remediation/message/render";

/** An item of which little is known. */
const ITEM: MessageItem = {
  resource: "arn:aws:s3:::models",
  type: "s3:bucket",
  account: "111122223333",
  region: "eu-central-1",
  actor: null,
  happened: "violating",
  findings: [{ key: "ml-team", reason: "missing", actual: null, expected: "one of fraud, vision" }],
  hourly: null,
  soFar: null,
  deadline: null,
  remedy: null,
  decidedBy: { rule: "enforcement.default", configuration: "0123456789abcdef" },
  fix: null,
  factory: null,
  remarks: [],
};

/** A message about a bucket, to a team. */
export function makeMessage(to: Message["to"]): Message {
  return { id: "message-1", to, at: Date.parse("2026-09-01T12:00:00Z"), items: [ITEM] };
}

/** The same, rendered. */
export function makeRendered(to: Message["to"] = { team: "vision" }): Rendered {
  return renderMessage(makeMessage(to), { note: null, localTime: null });
}
