import type { Message, MessageItem } from "../message.ts";

/** When messages of tests are sent. */
export const SENT = Date.parse("2026-09-01T12:00:00Z");

/** An instance that lacks a team and will be stopped. */
export function makeItem(facts: Partial<MessageItem> = {}): MessageItem {
  return {
    resource: "arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0",
    type: "ec2:instance",
    account: "111122223333",
    region: "eu-central-1",
    actor: "arn:aws:iam::111122223333:role/vision-train",
    happened: "violating",
    findings: [
      { key: "ml-team", reason: "missing", actual: null, expected: "one of fraud-detection, vision" },
    ],
    hourly: { amount: "98.3199999999", currency: "USD" },
    soFar: { amount: "1234.505", currency: "USD" },
    deadline: SENT + 24 * 3_600_000,
    remedy: "ec2:stop",
    decidedBy: { rule: "enforcement.rules[1]", configuration: "0123456789abcdef0123456789abcdef" },
    fix: "aws ec2 create-tags --resources i-0123456789abcdef0 --tags Key=ml-team,Value=vision",
    factory: null,
    remarks: [],
    ...facts,
  };
}

/** A message to the team `vision`. */
export function makeMessage(facts: Partial<Message> = {}): Message {
  return { id: "message-1", to: { team: "vision" }, at: SENT, items: [makeItem()], ...facts };
}
