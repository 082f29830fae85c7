import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/stores";
import type { Fact } from "@tagledger/core/ledger/fact";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import type { Ledger } from "@tagledger/core/ports";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import type { MailRecords } from "@tagledger/core/ports/mail";
import type { SnapshotRecords } from "@tagledger/core/ports/snapshots";
import { inject } from "vitest";
import type { Moto } from "../../aws/local/moto.ts";
import { localClient, makeTable } from "../../aws/local/tables.ts";
import type { Slack } from "../../aws/remediation/slack.ts";
import { envelopeOf } from "../../stacks/events/envelope.ts";
import { type Deployed, deployedFunction } from "../deployed.ts";
import { type LambdaFunction, makeFunction } from "../runtime/lambda.ts";
import { type Mapping, mapQueue } from "../sources/mapping.ts";
import { makeQueue, type Queue } from "../sources/queue.ts";
import { type Endpoints, environmentHere, type Given } from "./environment.ts";
import { type HeardEvent, makeBus } from "./heard.ts";
import { openOutbox, type SentMail } from "./outbox.ts";
import { makeBucket, type PublishedObject, turnOn } from "./published-object.ts";
import { layWire, type Wire } from "./wire.ts";

/** The region of everything. */
export const REGION = "eu-central-1";

/** What stands beside an account, for all tests of a file. */
export interface Surroundings {
  readonly moto: Moto;
  readonly slack: Slack;
  readonly cloud: Wire;
  readonly kinesis: string;
  readonly prices: string;
}

/** An account with what a deployment makes in it. */
export interface Account extends PublishedObject {
  readonly ledger: Ledger;
  readonly bills: BillRecords;
  readonly snapshots: SnapshotRecords;
  readonly mail: MailRecords;
  /** The name of the bucket of its configuration and cells. */
  readonly bucket: string;
  readonly queue: Queue;
  /** From the queue to what takes in events. */
  readonly mapping: Mapping;
  /** From the functions to the ledger's table. */
  readonly store: Wire;
  /** As somebody of the account. */
  readonly people: Clients;
  /** A function as it is deployed, or with something else of it. */
  function(name: string, more?: Partial<Deployed>): LambdaFunction;
  /** Tells of something as CloudTrail does, over EventBridge and the queue. */
  tell(record: Readonly<Record<string, unknown>>): Promise<void>;
  /** What others heard of us since they were asked last. */
  heard(): Promise<readonly HeardEvent[]>;
  /** The mails that SES was given. */
  mails(): Promise<readonly SentMail[]>;
  /** The latest that is known under a name. */
  record(resource: string): Promise<ResourceRecord | undefined>;
  /** All that is known of one kind. */
  facts<Kind extends Fact["kind"]>(
    resource: string,
    kind: Kind,
  ): Promise<readonly Extract<Fact, { kind: Kind }>[]>;
  /** Lets time pass for all functions. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes an account with table, bucket, bus and queue, in which nothing happened yet.
 *
 * @param configuration is in force, and all its rules are turned on
 */
export async function makeAccount(around: Surroundings, configuration: string): Promise<Account> {
  const { moto, slack, cloud, kinesis, prices } = around;
  const name = `tagledger-${randomUUID().slice(0, 8)}`;
  const { account } = moto;
  // DynamoDB Local tells apart who has which key.
  const credentials = async () => ({ accessKeyId: "test", secretAccessKey: "test" });
  const client = localClient({ credentials });
  const table = await makeTable(client);
  const { ledger, bills, snapshots, mail } = dynamodbStores({ client, table });
  const store = await layWire(inject("dynamodb"));
  const people = awsClients({ account, region: REGION, endpoint: moto.endpoint, credentials });
  const s3 = new S3Client({ endpoint: moto.endpoint, region: REGION, credentials, forcePathStyle: true });
  const published = await makeBucket(s3, name);
  const heard = await makeBus(people, name);
  const trigger = triggerOf("on-resource-event");
  const queue = await makeQueue(people.of(SQSClient), name, trigger);
  const given: Given = {
    account,
    region: REGION,
    table,
    bus: name,
    bucket: name,
    webhook: slack.webhook,
    disk: mkdtempSync(join(tmpdir(), "lambda-")),
  };
  const endpoints: Endpoints = { cloud: cloud.endpoint, store: store.endpoint, kinesis, prices };
  const functions: LambdaFunction[] = [];

  const made: Account = {
    ledger,
    bills,
    snapshots,
    mail,
    bucket: name,
    queue,
    get mapping() {
      return mapping;
    },
    store,
    people,
    function(which, more = {}) {
      const { environment, ...deployed } = { ...deployedFunction(which), ...more };
      const lambda = makeFunction({
        ...deployed,
        name: deployed.deployedAs,
        environment: environmentHere(environment, given, endpoints),
        account,
        region: REGION,
      });
      functions.push(lambda);
      return lambda;
    },
    ...published,
    async tell(record) {
      await queue.send(JSON.stringify(envelopeOf(record)));
    },
    heard,
    mails: await openOutbox(moto),
    async record(resource) {
      return (await ledger.history(resource)).incarnations.at(-1);
    },
    async facts<Kind extends Fact["kind"]>(resource: string, kind: Kind) {
      const { facts } = await ledger.history(resource);
      return facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
    },
    async pass(milliseconds) {
      for (const lambda of functions) await lambda.pass(milliseconds);
    },
    async close() {
      for (const lambda of functions) await lambda.kill();
      rmSync(given.disk, { recursive: true, force: true });
      await store.stop();
      client.destroy();
    },
  };
  const mapping = mapQueue(queue, made.function("on-resource-event"), trigger);
  await made.publish(configuration);
  await turnOn(ledger, configuration);
  return made;
}

/** By which a function is invoked that takes in what is in a queue. */
export function triggerOf(name: string): Extract<Deployed["trigger"], { kind: "queue" }> {
  const { trigger } = deployedFunction(name);
  if (trigger.kind !== "queue") throw new Error(`${name} is invoked by no queue`);
  return trigger;
}
