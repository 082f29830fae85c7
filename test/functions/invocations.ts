import type { ScheduledEvent, SQSEvent, SQSRecord } from "aws-lambda";

/** What a schedule invokes a function with. */
export const SCHEDULED: ScheduledEvent = {
  version: "0",
  id: "schedule-1",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "111122223333",
  time: "2026-09-01T14:00:00Z",
  region: "eu-central-1",
  resources: [],
  detail: {},
};

/** A batch of messages with these bodies, as a queue hands it over. */
export function batchOf(...bodies: readonly string[]): SQSEvent {
  const Records = bodies.map(
    (body, place): SQSRecord => ({
      messageId: `message-${place}`,
      receiptHandle: "handle",
      body,
      attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: "0",
        SenderId: "id",
        ApproximateFirstReceiveTimestamp: "0",
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:eu-central-1:111122223333:events",
      awsRegion: "eu-central-1",
    }),
  );
  return { Records };
}

/** What EventBridge puts into a queue for a record of CloudTrail, which is given as JSON. */
export function envelopedText(record: string): string {
  return `{"version":"0","id":"envelope","detail-type":"AWS API Call via CloudTrail","source":"aws.sqs","detail":${record}}`;
}
