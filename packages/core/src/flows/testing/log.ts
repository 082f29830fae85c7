import type { TagMap } from "../../catalog/tags.ts";
import { makeRecord } from "../../catalog/testing/make-event.ts";
import type { Fact } from "../../ledger/fact.ts";
import type { Timelines, Trail, TrailItem } from "../../ports.ts";

/** A record, or `{ problem }` for what could not be read. */
export type LogEntry = Readonly<Record<string, unknown>>;

const START = Date.UTC(2026, 8, 1, 12);
const QUEUES = "https://sqs.eu-central-1.amazonaws.com/444455556666";

/** A record of a call to SQS at a minute, with an id of its own. */
export function called(minute: number, eventName: string, facts: LogEntry = {}): LogEntry {
  const eventTime = new Date(START + minute * 60_000).toISOString();
  const eventID = `${eventName} ${minute}`;
  return makeRecord({ eventSource: "sqs.amazonaws.com", eventName, eventTime, eventID, ...facts });
}

/** A record of a queue that was created. */
export function created(
  minute: number,
  queueName: string,
  tags: TagMap = {},
  facts: LogEntry = {},
): LogEntry {
  const responseElements = { queueUrl: `${QUEUES}/${queueName}` };
  return called(minute, "CreateQueue", {
    requestParameters: { queueName, tags },
    responseElements,
    ...facts,
  });
}

/** A record of a queue that was tagged. */
export function tagged(minute: number, queueName: string, tags: TagMap, facts: LogEntry = {}): LogEntry {
  const requestParameters = { queueUrl: `${QUEUES}/${queueName}`, tags };
  return called(minute, "TagQueue", { requestParameters, responseElements: null, ...facts });
}

/** A record of a queue from which tags were removed. */
export function untagged(minute: number, queueName: string, ...tagKeys: string[]): LogEntry {
  const requestParameters = { queueUrl: `${QUEUES}/${queueName}`, tagKeys };
  return called(minute, "UntagQueue", { requestParameters, responseElements: null });
}

/** A record of a queue that was deleted. */
export function deleted(minute: number, queueName: string): LogEntry {
  const requestParameters = { queueUrl: `${QUEUES}/${queueName}` };
  return called(minute, "DeleteQueue", { requestParameters, responseElements: null });
}

/** A log of these records, and of what could not be read. */
export function trailOf(...found: readonly LogEntry[]): Trail {
  return {
    async *read(): AsyncGenerator<TrailItem> {
      for (const [index, each] of found.entries()) {
        const place = `log.json:${index + 1}`;
        yield "problem" in each ? { problem: String(each.problem), place } : { record: each, place };
      }
    },
  };
}

/** Timelines in a map. */
export function mapTimelines(): Timelines {
  const known = new Map<string, Fact[]>();
  return {
    async add(told) {
      for (const { name, facts } of told) known.set(name, [...(known.get(name) ?? []), ...facts]);
    },
    read: async (name) => known.get(name) ?? [],
    close: async () => {},
  };
}
