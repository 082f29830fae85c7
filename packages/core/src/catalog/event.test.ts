import { describe, expect, test } from "vitest";
import { parseEvent } from "./event.ts";
import { makeRecord } from "./testing/make-event.ts";

describe("parseEvent", () => {
  test("reads what is needed and keeps the rest", () => {
    expect(parseEvent(makeRecord())).toMatchObject({
      eventId: "00000000-0000-4000-8000-000000000001",
      eventTime: "2026-09-01T12:00:00Z",
      at: Date.UTC(2026, 8, 1, 12),
      eventSource: "ec2.amazonaws.com",
      eventName: "CreateVpc",
      account: "444455556666",
      region: "eu-central-1",
      errorCode: null,
      readOnly: false,
      invokedBy: null,
      requestParameters: { cidrBlock: "10.0.0.0/16" },
      resources: [],
    });
  });

  test("takes off the envelope of EventBridge", () => {
    const envelope = { version: "0", "detail-type": "AWS API Call via CloudTrail", detail: makeRecord() };
    expect(parseEvent(envelope)).toEqual(parseEvent(makeRecord()));
  });

  test.each([
    [
      "the caller's account where none was acted on",
      { recipientAccountId: undefined },
      { account: "111122223333" },
    ],
    ["an account that became a number", { recipientAccountId: 11122223333 }, { account: "011122223333" }],
    ["nobody", { recipientAccountId: null, userIdentity: null }, { account: null, userIdentity: {} }],
    ["flags that became texts", { readOnly: "true" }, { readOnly: true }],
    ["no flag in old records", { readOnly: undefined }, { readOnly: null }],
    ["no error in an empty code", { errorCode: "" }, { errorCode: null }],
    ["a failure", { errorCode: "AccessDenied" }, { errorCode: "AccessDenied" }],
    [
      "the service that called",
      { userIdentity: { invokedBy: "autoscaling.amazonaws.com" } },
      { invokedBy: "autoscaling.amazonaws.com" },
    ],
    ["a trimmed envelope", { eventID: undefined }, { eventId: null }],
    [
      "hidden parameters",
      { requestParameters: "HIDDEN_DUE_TO_SECURITY_REASONS" },
      { requestParameters: null },
    ],
  ])("reads %s", (_, facts, read) => {
    expect(parseEvent(makeRecord(facts))).toMatchObject(read);
  });

  test.each([
    ["null", null, "a record is an object, not null"],
    ["a list", [], "a record is an object, not a list"],
    ["a text", "CreateVpc", "a record is an object, not a string"],
    ["no source", makeRecord({ eventSource: undefined }), "eventSource is missing"],
    ["no name", makeRecord({ eventName: "" }), "eventName is missing"],
    ["a name of another kind", makeRecord({ eventName: 7 }), "eventName is a text, not a number"],
    ["no time", makeRecord({ eventTime: null }), "eventTime is missing"],
    ["a time that is none", makeRecord({ eventTime: "yesterday" }), 'eventTime is not a time: "yesterday"'],
    [
      "another event of EventBridge",
      { "detail-type": "EC2 Instance State-change Notification", detail: {} },
      "eventSource is missing",
    ],
  ])("says why it cannot read %s", (_, json, unreadable) => {
    expect(parseEvent(json)).toEqual({ unreadable });
  });
});
