import { describe, expect, test } from "vitest";
import { extract } from "./extract.ts";
import { makeCall, makeEvent } from "./testing/make-event.ts";

describe("extract skips", () => {
  test.each([
    [
      "a failed call, whatever it asked for",
      { errorCode: "Client.DryRunOperation", eventName: "RunInstances" },
      "failed-call",
    ],
    [
      "a creation that names nothing",
      { eventName: "CreateDBSnapshot", eventSource: "rds.amazonaws.com", responseElements: null },
      "no-resource",
    ],
    [
      "a copy that holds no ARN",
      {
        eventName: "CopyDBSnapshot",
        eventSource: "rds.amazonaws.com",
        responseElements: { dBSnapshotIdentifier: "s" },
      },
      "no-resource",
    ],
    [
      "a tagging call that names nothing",
      { eventName: "CreateTags", requestParameters: null },
      "no-resource",
    ],
    ["what carries no tags", { eventName: "CreateRoute" }, "not-taggable"],
    ["a read", { eventName: "DescribeVpcs", readOnly: true }, "not-a-creation"],
    ["a read of old, by its name", { eventName: "DescribeVpcs", readOnly: undefined }, "not-a-creation"],
    ["a read of an unusual name", { eventName: "AssessWidgets", readOnly: true }, "not-a-creation"],
    ["a deletion", { eventName: "TerminateInstances" }, "not-a-creation"],
    ["a start of what exists", { eventName: "StartInstances" }, "not-a-creation"],
    [
      "a finding about calls",
      { eventName: "RunInstances", eventType: "AwsCloudTrailInsight" },
      "not-a-creation",
    ],
    ["a call seen on its way", { eventName: "RunInstances", eventType: "AwsVpceEvent" }, "not-a-creation"],
    [
      "a mutation that nobody knows",
      { eventName: "CreateStar", eventSource: "nova.amazonaws.com" },
      "unknown-event",
    ],
    [
      "a start that nobody knows",
      { eventName: "StartShine", eventSource: "nova.amazonaws.com" },
      "unknown-event",
    ],
  ])("%s", (_, facts, skipReason) => {
    expect(extract(makeEvent(facts))).toMatchObject({ outcome: "skipped", skipReason });
  });

  test("and still says what was made that carries no tags", () => {
    const event = makeCall("athena", "StartSession", {}, { sessionId: "s-1" });
    expect(extract(event)).toEqual({
      outcome: "skipped",
      skipReason: "not-taggable",
      resources: [{ arn: null, id: "s-1", type: "athena:session" }],
      ended: [],
    });
  });
});
