import { randomUUID } from "node:crypto";
import type { ResourceType } from "@aws-sdk/client-ec2";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import type { TagMap } from "@tagledger/core/catalog/tags";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";

/** A resource that somebody is to make. */
export interface Wish {
  readonly name: string;
  readonly tags: TagMap;
  /** Epoch milliseconds that the log gives it; the emulator knows its own clock only. */
  readonly at: number;
  /** Other facts of the record, as who called. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A resource that is there, and how CloudTrail tells of its creation. */
export interface Made {
  readonly type: string;
  readonly arn: string;
  /** What its calls name it by. */
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Makes a resource as somebody of the company does. */
export type Make<Kind extends Made = Made> = (clients: Clients, wish: Wish) => Promise<Kind>;

/** What a call asked and was answered, as CloudTrail logs it. */
export interface Logged {
  readonly service: string;
  readonly event: string;
  readonly request: unknown;
  readonly response: unknown;
}

/** The record of a call by a person of the account. */
export function recordOf({ account, region }: Clients, { at, facts }: Wish, logged: Logged) {
  const role = `arn:aws:iam::${account}:role/research/researcher`;
  return makeRecord({
    userIdentity: {
      type: "AssumedRole",
      principalId: "AROAEXAMPLE:mira",
      arn: `arn:aws:sts::${account}:assumed-role/researcher/mira`,
      accountId: account,
      sessionContext: {
        sessionIssuer: { type: "Role", arn: role, accountId: account, userName: "researcher" },
      },
    },
    eventTime: new Date(at).toISOString().replace(/\.\d+/, ""),
    eventSource: `${logged.service}.amazonaws.com`,
    eventName: logged.event,
    awsRegion: region,
    requestParameters: logged.request,
    responseElements: logged.response,
    eventID: randomUUID(),
    recipientAccountId: account,
    ...facts,
  });
}

/** Tags as most requests take them. */
export function tagList(tags: TagMap) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** What EC2 is to tag as it makes it; it refuses an empty list. */
export function specified(type: ResourceType, tags: TagMap) {
  const Tags = tagList(tags);
  return Tags.length === 0 ? {} : { TagSpecifications: [{ ResourceType: type, Tags }] };
}

/** Tags as CloudTrail and some services write them. */
export function loggedTags(tags: TagMap) {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
