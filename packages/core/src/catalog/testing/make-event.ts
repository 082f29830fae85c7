import { type CloudTrailEvent, isUnreadable, parseEvent } from "../event.ts";

/** A record of a call by a person, in an account of nobody. */
export function makeRecord(facts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    eventVersion: "1.10",
    userIdentity: {
      type: "AssumedRole",
      principalId: "AROAEXAMPLE:mira",
      arn: "arn:aws:sts::111122223333:assumed-role/researcher/mira",
      accountId: "111122223333",
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          arn: "arn:aws:iam::111122223333:role/research/researcher",
          accountId: "111122223333",
          userName: "researcher",
        },
      },
    },
    eventTime: "2026-09-01T12:00:00Z",
    eventSource: "ec2.amazonaws.com",
    eventName: "CreateVpc",
    awsRegion: "eu-central-1",
    sourceIPAddress: "192.0.2.7",
    userAgent: "aws-cli/2.27",
    requestParameters: { cidrBlock: "10.0.0.0/16" },
    responseElements: { vpc: { vpcId: "vpc-1" } },
    readOnly: false,
    eventID: "00000000-0000-4000-8000-000000000001",
    eventType: "AwsApiCall",
    recipientAccountId: "444455556666",
    ...facts,
  };
}

/** The event that a record is read as. */
export function makeEvent(facts: Readonly<Record<string, unknown>> = {}): CloudTrailEvent {
  const event = parseEvent(makeRecord(facts));
  if (isUnreadable(event)) throw new TypeError(event.unreadable);
  return event;
}

/** An event of one call, with its request and answer. */
export function makeCall(
  source: string,
  eventName: string,
  requestParameters: unknown,
  responseElements: unknown = null,
): CloudTrailEvent {
  return makeEvent({
    eventSource: `${source}.amazonaws.com`,
    eventName,
    requestParameters,
    responseElements,
  });
}
