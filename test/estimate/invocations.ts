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

/** A batch of one event, as a queue hands it over. */
export function batchOf(detail: string): SQSEvent {
  const record: SQSRecord = {
    messageId: "message-1",
    receiptHandle: "handle",
    body: `{"version":"0","id":"envelope","detail-type":"AWS API Call via CloudTrail","source":"aws.sqs","detail":${detail}}`,
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
  };
  return { Records: [record] };
}
