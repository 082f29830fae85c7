import { randomUUID } from "node:crypto";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { MOTO_ACCOUNT } from "../../aws/local/moto.ts";

const REGION = "eu-central-1";
const SOURCE = "sqs.amazonaws.com";

/** The record of a call, and of what it tells. */
export interface Told {
  readonly arn: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Somebody makes a queue. */
export function madeQueue(name: string, tags: Readonly<Record<string, string>> = {}, at = Date.now()): Told {
  const url = urlOf(name);
  return told(name, at, "CreateQueue", {
    requestParameters: { queueName: name, tags },
    responseElements: { queueUrl: url },
  });
}

/** Somebody tags a queue. */
export function taggedQueue(name: string, tags: Readonly<Record<string, string>>, at = Date.now()): Told {
  return told(name, at, "TagQueue", {
    requestParameters: { queueUrl: urlOf(name), tags },
    responseElements: null,
  });
}

/** Somebody deletes a queue. */
export function deletedQueue(name: string, at = Date.now()): Told {
  return told(name, at, "DeleteQueue", {
    requestParameters: { queueUrl: urlOf(name) },
    responseElements: null,
  });
}

function told(name: string, at: number, eventName: string, facts: Readonly<Record<string, unknown>>): Told {
  const record = makeRecord({
    eventSource: SOURCE,
    eventName,
    eventTime: new Date(at).toISOString().replace(/\.\d+Z$/, "Z"),
    eventID: randomUUID(),
    awsRegion: REGION,
    recipientAccountId: MOTO_ACCOUNT,
    ...facts,
  });
  return { arn: `arn:aws:sqs:${REGION}:${MOTO_ACCOUNT}:${name}`, record };
}

function urlOf(name: string): string {
  return `https://sqs.${REGION}.amazonaws.com/${MOTO_ACCOUNT}/${name}`;
}
