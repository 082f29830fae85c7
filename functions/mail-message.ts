import { badInput } from "@tagledger/core/errors";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import type { BounceNotice } from "@tagledger/core/flows/record-bounce";
import * as z from "zod/mini";

/** That a month was divided, as our bus delivers it. */
const published = z.object({
  source: z.literal(EVENT_SOURCE),
  "detail-type": z.literal("SnapshotPublished"),
  detail: z.object({ period: z.string().check(z.regex(/^\d{4}-\d{2}$/)) }),
});
/** What the clock tells, as events get lost and the day of mail comes without one. */
const due = z.object({ mail: z.literal("due") });
const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const tags = z.optional(z.record(z.string(), z.array(z.string())));
const bounced = z.object({
  eventType: z.literal("Bounce"),
  mail: z.object({ tags }),
  bounce: z.object({
    bounceType: z.string(),
    bounceSubType: z.optional(z.string()),
    timestamp: time,
    bouncedRecipients: z.array(
      z.object({ emailAddress: z.string(), diagnosticCode: z.optional(z.string()) }),
    ),
  }),
});
const complained = z.object({
  eventType: z.literal("Complaint"),
  mail: z.object({ tags }),
  complaint: z.object({
    timestamp: time,
    complaintFeedbackType: z.optional(z.nullable(z.string())),
    complainedRecipients: z.array(z.object({ emailAddress: z.string() })),
  }),
});
/** What SES tells of mail that it took, as the account's own bus delivers it. */
const returned = z.object({
  source: z.literal("aws.ses"),
  detail: z.union([bounced, complained]),
});
const message = z.union([published, due, returned]);

/** What is to be done: to mail a month, to mail what is due, or to note what came back. */
export type MailMessage =
  | { readonly kind: "period"; readonly period: string }
  | { readonly kind: "due" }
  | { readonly kind: "returned"; readonly notice: BounceNotice };

/**
 * Reads what waits in the queue of mail.
 *
 * @throws bad-input where it is none of what may wait there
 * @example readMailMessage('{"mail":"due"}') // { kind: "due" }
 */
export function readMailMessage(body: string): MailMessage {
  const read = z.safeParse(message, jsonIn(body));
  if (!read.success)
    throw badInput("a message is neither a snapshot, nor the wish to mail what is due, nor what came back");
  const { data } = read;
  if ("mail" in data) return { kind: "due" };
  if (data.source === EVENT_SOURCE) return { kind: "period", period: data.detail.period };
  return { kind: "returned", notice: noticeOf(data.detail) };
}

function noticeOf(detail: z.infer<typeof returned>["detail"]): BounceNotice {
  const mail = mailOf(detail.mail.tags);
  if (detail.eventType === "Complaint") {
    const { timestamp, complaintFeedbackType, complainedRecipients } = detail.complaint;
    const why = complaintFeedbackType ?? "a complaint";
    // Who says that it is no spam takes a complaint back, and wants the mail.
    const complaining = why === "not-spam" ? [] : complainedRecipients;
    const addresses = complaining.map(({ emailAddress }) => ({ address: emailAddress, why }));
    return { kind: "complained", at: Date.parse(timestamp), addresses, mail };
  }
  const { bounceType, bounceSubType = "", timestamp, bouncedRecipients } = detail.bounce;
  return {
    // What is not for good may be a mailbox that is full.
    kind: bounceType === "Permanent" ? "bounced" : "delayed",
    at: Date.parse(timestamp),
    addresses: bouncedRecipients.map(({ emailAddress, diagnosticCode }) => ({
      address: emailAddress,
      why: diagnosticCode ?? `${bounceType} ${bounceSubType}`.trim(),
    })),
    mail,
  };
}

/** The tags that we gave the mail; SES gives each back as a list. */
function mailOf(tags: Readonly<Record<string, readonly string[]>> = {}): BounceNotice["mail"] {
  const [period, id] = [tags["tagledger-period"]?.[0], tags["tagledger-mail"]?.[0]];
  return period === undefined || id === undefined ? null : { period, id };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
