import { createSocket } from "node:dgram";
import { once } from "node:events";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateEventBusCommand, EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { createTable } from "@tagledger/adapters/dynamodb/create-table";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import type { Ledger } from "@tagledger/core/ports";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundle } from "../functions/bundle.ts";
import { invoke } from "../functions/invoke.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";

const FOLDER = join(import.meta.dirname, "../../node_modules/.cache/tagledger/functions-aws");
const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const CONFIG = `version: 1
tags: { ml-team: { required: true, values: [vision] } }
enforcement: { default: { mode: observe, grace: 1h } }
`;
/** What Lambda says where X-Ray follows an invocation. */
const FOLLOWED = {
  _X_AMZN_TRACE_ID: "Root=1-58c0f1ab-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=1",
  _HANDLER: "on-resource-event.handler",
  AWS_LAMBDA_FUNCTION_NAME: "tagledger",
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  LAMBDA_TASK_ROOT: "/var/task",
};
const SCHEDULED = { id: "schedule-1", "detail-type": "Scheduled Event", source: "aws.events", detail: {} };

const FUNCTIONS = ["on-resource-event", "on-due", "sweep"] as const;

let moto: Moto;
let gates: Readonly<Record<string, Gate>> = {};
let ledger: Ledger;
let sqs: SQSClient;
let env: Readonly<Record<string, string>>;
let count = 0;

beforeAll(async () => {
  moto = await startMoto();
  const opened = FUNCTIONS.map(async (name) => [name, await openGate(moto, name, name)] as const);
  gates = Object.fromEntries(await Promise.all(opened));
  await bundle(FOLDER);
}, FIRST_TIME);

afterAll(async () => {
  for (const gate of Object.values(gates)) await gate.stop();
  await moto?.stop();
});

beforeEach(async () => {
  count += 1;
  const [table, bucket] = [`ledger-${count}`, `config-${count}`];
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const reached = { endpoint: moto.endpoint, region: REGION, credentials };
  const client = new DynamoDBClient(reached);
  await createTable({ client, table });
  ledger = dynamodbLedger({ client, table });
  sqs = new SQSClient(reached);
  const s3 = new S3Client({ ...reached, forcePathStyle: true });
  await s3.send(
    new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
  );
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: "tagledger.yaml", Body: CONFIG }));
  await new EventBridgeClient(reached).send(new CreateEventBusCommand({ Name: `bus-${count}` }));
  env = {
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: REGION,
    AWS_ACCOUNT: MOTO_ACCOUNT,
    TAGLEDGER_TABLE: table,
    TAGLEDGER_BUS: `bus-${count}`,
    TAGLEDGER_CONFIG: `s3://${bucket}/tagledger.yaml`,
    TAGLEDGER_PLACES: `${MOTO_ACCOUNT}:${REGION}`,
  };
});

/** Runs a bundled function. */
function run(
  name: (typeof FUNCTIONS)[number],
  events: readonly unknown[],
  more: Readonly<Record<string, string>> = {},
) {
  const AWS_ENDPOINT_URL = gates[name]?.endpoint ?? "";
  return invoke(join(FOLDER, `${name}.mjs`), events, { ...env, AWS_ENDPOINT_URL, ...more });
}

/** A batch of what EventBridge tells of a new queue. */
function made(name: string, tags: Readonly<Record<string, string>>, at = new Date()) {
  const detail = makeRecord({
    eventSource: "sqs.amazonaws.com",
    eventName: "CreateQueue",
    eventTime: at.toISOString().replace(/\.\d+Z$/, "Z"),
    eventID: `made-${name}`,
    recipientAccountId: MOTO_ACCOUNT,
    requestParameters: { queueName: name, tags },
    responseElements: { queueUrl: `https://sqs.${REGION}.amazonaws.com/${MOTO_ACCOUNT}/${name}` },
  });
  const body = JSON.stringify({ "detail-type": "AWS API Call via CloudTrail", detail });
  return { Records: [{ messageId: `message-${name}`, eventSource: "aws:sqs", body }] };
}

const arnOf = (name: string) => `arn:aws:sqs:${REGION}:${MOTO_ACCOUNT}:${name}`;
const last = async (name: string) => (await ledger.history(arnOf(name))).incarnations.at(-1);

describe("a bundled function, with nothing but its environment,", () => {
  test("takes in what is made, once", async () => {
    const batch = made("tagged", { "ml-team": "vision" });
    const { results, output } = await run("on-resource-event", [batch, batch]);
    expect(results).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
    expect(await last("tagged")).toMatchObject({ verdict: "compliant" });
    expect(output).toContain('"EventsAgain":1');
  });

  test("is traced where X-Ray follows, without what it was told", async () => {
    const daemon = createSocket("udp4");
    daemon.bind(0, "127.0.0.1");
    await once(daemon, "listening");
    let heard = "";
    daemon.on("message", (message) => (heard += message));
    const { results } = await run("on-resource-event", [made("traced", {})], {
      ...FOLLOWED,
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
    });
    expect(results).toEqual([{ batchItemFailures: [] }]);
    await expect.poll(() => heard).toContain("## on-resource-event.handler");
    expect(heard).not.toContain("mira");
    daemon.close();
    expect(await last("traced")).toMatchObject({ state: "pending" });
  });

  test("decides by live tags what is due", async () => {
    await sqs.send(new CreateQueueCommand({ QueueName: "bare" }));
    await run("on-resource-event", [made("bare", {}, new Date(Date.now() - 2 * 3_600_000))]);
    const { results, output } = await run("on-due", [SCHEDULED]);
    expect(results).toEqual([
      { judgedAnew: 0, looked: 1, acted: 0, remediesRefused: 0, messagesFailed: 0, sent: 0, refused: 0 },
    ]);
    expect(output).toMatch(/"OldestDueSeconds":0\b/);
    expect(output).toMatch(/"BreakersOpen":0\b/);
    expect(await last("bare")).toMatchObject({ verdict: "violating" });
  });

  test("tells what is left, and what breakers hold back, though nothing of it can be done", async () => {
    await run("on-resource-event", [made("left", {}, new Date(Date.now() - 2 * 3_600_000))]);
    const holds = [{ breaker: "organization", at: Date.now() }];
    await ledger.transact([{ kind: "deeds", version: 0, deeds: [], holds }]);
    const { results, output } = await run("on-due", [SCHEDULED], {
      TAGLEDGER_CONFIG: "s3://absent/none.yaml",
    });
    expect(results).toEqual([{ error: expect.stringContaining("absent") }]);
    const waited = Number(/"OldestDueSeconds":([\d.]+)/.exec(output)?.[1]);
    // Two hours ago made, and due when its grace of one was over and its tags had settled.
    expect(waited).toBeGreaterThanOrEqual(55 * 60);
    expect(waited).toBeLessThan(60 * 60);
    expect(output).toMatch(/"BreakersOpen":1\b/);
  });

  test("tells of an account whose lists break off, as those of an emulator do", async () => {
    const { results, output } = await run("sweep", [SCHEDULED]);
    expect(results).toEqual([{ swept: [], brokenOff: [MOTO_ACCOUNT], left: [] }]);
    expect(output).toContain("a sweep broke off");
  });
});
