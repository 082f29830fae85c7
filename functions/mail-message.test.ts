import { snapshotPublishedType } from "@tagledger/core/events/snapshot-published";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import { describe, expect, test } from "vitest";
import { readMailMessage } from "./mail-message.ts";

const TAGS = {
  "ses:from-domain": ["example.com"],
  "tagledger-period": ["2026-09"],
  "tagledger-mail": ["8c7e"],
};
const MAIL = { timestamp: "2026-10-03T06:00:00.000Z", messageId: "m-1", tags: TAGS };

/** An event of SES as EventBridge delivers it. */
function returned(detail: object, kind = "Email Bounced"): string {
  return JSON.stringify({
    version: "0",
    source: "aws.ses",
    "detail-type": kind,
    detail: { mail: MAIL, ...detail },
  });
}

describe("what waits in the queue of mail", () => {
  test("is a snapshot that was published", () => {
    const { detail } = snapshotPublishedType.example;
    const body = JSON.stringify({ source: EVENT_SOURCE, "detail-type": "SnapshotPublished", detail });
    expect(readMailMessage(body)).toEqual({ kind: "period", period: "2026-08" });
  });

  test("is the wish to mail what is due", () => {
    expect(readMailMessage('{"mail":"due"}')).toEqual({ kind: "due" });
  });

  test.each([
    ["Permanent", "bounced"],
    ["Transient", "delayed"],
    ["Undetermined", "delayed"],
  ])("is mail that came back: what is %s is %s", (bounceType, kind) => {
    const bounce = {
      bounceType,
      bounceSubType: "General",
      timestamp: "2026-10-03T06:01:00.000Z",
      feedbackId: "f-1",
      bouncedRecipients: [
        {
          emailAddress: "gone@example.com",
          action: "failed",
          status: "5.1.1",
          diagnosticCode: "smtp; 550 5.1.1",
        },
        { emailAddress: "lost@example.com" },
      ],
    };
    expect(readMailMessage(returned({ eventType: "Bounce", bounce }))).toEqual({
      kind: "returned",
      notice: {
        kind,
        at: Date.parse("2026-10-03T06:01:00Z"),
        addresses: [
          { address: "gone@example.com", why: "smtp; 550 5.1.1" },
          { address: "lost@example.com", why: `${bounceType} General` },
        ],
        mail: { period: "2026-09", id: "8c7e" },
      },
    });
  });

  test("is no complaint of who says that mail is no spam", () => {
    const complaint = {
      timestamp: "2026-10-03T06:01:00.000Z",
      complaintFeedbackType: "not-spam",
      complainedRecipients: [{ emailAddress: "calm@example.com" }],
    };
    expect(
      readMailMessage(returned({ eventType: "Complaint", complaint }, "Email Complaint Received")),
    ).toMatchObject({ notice: { addresses: [] } });
  });

  test("is a complaint, of mail that may be of others", () => {
    const complaint = {
      timestamp: "2026-10-03T06:01:00.000Z",
      complaintFeedbackType: "abuse",
      complainedRecipients: [{ emailAddress: "angry@example.com" }],
    };
    const body = returned({ eventType: "Complaint", complaint, mail: {} }, "Email Complaint Received");
    expect(readMailMessage(body)).toMatchObject({
      kind: "returned",
      notice: { kind: "complained", addresses: [{ address: "angry@example.com", why: "abuse" }], mail: null },
    });
  });

  test.each(["", "{}", '{"mail":"all"}', returned({ eventType: "Delivery" }, "Email Delivered")])(
    "is not %s",
    (body) => {
      expect(() => readMailMessage(body)).toThrow("neither a snapshot");
    },
  );
});
