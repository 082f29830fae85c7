import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { write } from "./command.ts";

let events = 0;

/** A record with an id and a time of its own. */
export function record(minute: number, facts: Readonly<Record<string, unknown>>) {
  events++;
  return makeRecord({
    eventID: `00000000-0000-4000-8000-${String(events).padStart(12, "0")}`,
    eventTime: new Date(Date.UTC(2026, 8, 1, 12, minute)).toISOString().replace(".000Z", "Z"),
    ...facts,
  });
}

/** The creation of a queue. */
export function queue(minute: number, name: string, tags: Readonly<Record<string, string>>, facts = {}) {
  return record(minute, {
    eventSource: "sqs.amazonaws.com",
    eventName: "CreateQueue",
    requestParameters: { queueName: name, tags },
    responseElements: { queueUrl: `https://sqs.eu-central-1.amazonaws.com/444455556666/${name}` },
    ...facts,
  });
}

/** The tagging of a queue. */
export function tagQueue(minute: number, name: string, tags: Readonly<Record<string, string>>) {
  return record(minute, {
    eventSource: "sqs.amazonaws.com",
    eventName: "TagQueue",
    requestParameters: { queueUrl: `https://sqs.eu-central-1.amazonaws.com/444455556666/${name}`, tags },
    responseElements: null,
  });
}

/** Tags that comply. */
export const GOOD = { "ml-team": "vision", "ml-environment": "dev" };
const DENIED = { errorCode: "AccessDenied", responseElements: null };
/** A file of CloudTrail. */
export const log = (...records: unknown[]) => JSON.stringify({ Records: records });

/** Ten events of all sorts. */
export const LOG = write(
  "log/a.json",
  log(
    tagQueue(10, "late", GOOD),
    queue(0, "good", GOOD),
    queue(1, "spelt", { "ml-team": "VISION", "ml-environment": "Production" }),
    queue(2, "bare", {}),
    queue(3, "late", {}),
    queue(4, "too-late", {}),
    tagQueue(90, "too-late", GOOD),
    queue(5, "denied", GOOD, DENIED),
    record(6, { eventName: "DescribeInstances", readOnly: true }),
    record(7, { eventSource: "groundstation.amazonaws.com", eventName: "CreateSomethingNew" }),
  ),
);
