import { S3Client } from "@aws-sdk/client-s3";
import { s3Configurations } from "@tagledger/adapters/aws/configuration";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { type Answer, answeringServer, type TestServer } from "@tagledger/adapters/notify/testing/server";
import { rulesInForce } from "@tagledger/core/flows/rules-in-force";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calmCloud } from "../test/functions/cloud.ts";
import { makeContext } from "../test/functions/context.ts";
import { batchOf, envelopedText } from "../test/functions/invocations.ts";
import { type Output, readOutput } from "../test/functions/output.ts";
import { GOOD, makeSystem, type TestSystem } from "../test/functions/system.ts";
import { type Call, KINDS } from "../test/world/kinds.ts";
import { onResourceEvent } from "./on-resource-event.ts";

const NAME = KINDS.queue.arn("jobs");

let output: Output;
let system: TestSystem;

beforeEach(() => {
  output = readOutput();
  system = makeSystem(calmCloud());
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A queue that is made, as CloudTrail tells it. */
function made(name: string, eventID = `made-${name}`): Call {
  return { ...KINDS.queue.create(name, GOOD), eventTime: "2026-09-01T11:59:00Z", eventID };
}

/** What EventBridge puts into a queue for it. */
const enveloped = (detail: object) => envelopedText(JSON.stringify(detail));

const take = (...bodies: string[]) => onResourceEvent(async () => system)(batchOf(...bodies), makeContext());

test("what is made is in the ledger, with its verdict", async () => {
  expect(await take(enveloped(made("jobs")))).toEqual({ batchItemFailures: [] });
  expect((await system.kept.history(NAME)).incarnations).toMatchObject([{ verdict: "compliant" }]);
  expect(output.metrics()).toMatchObject({ EventsEvaluated: 1 });
});

test("an event that is delivered again is done once", async () => {
  const event = enveloped(made("jobs"));
  await take(event);
  expect(await take(event)).toEqual({ batchItemFailures: [] });
  expect(output.metrics()).toMatchObject({ EventsEvaluated: 1, EventsAgain: 1 });
  expect((await system.kept.history(NAME)).incarnations).toHaveLength(1);
});

describe("what cannot be read is known to have come, and not delivered again:", () => {
  test.each([
    ["text that is no JSON", "<html>"],
    ["nothing at all", ""],
    ["JSON that is no event", "[1]"],
    ["an event without its facts", enveloped({ eventName: "CreateQueue" })],
  ])("%s", async (_, body) => {
    expect(await take(body)).toEqual({ batchItemFailures: [] });
    const counted = await system.kept.events("2026-09-01");
    expect(counted).toMatchObject([{ outcome: "unreadable", count: 1 }]);
    expect(output.metrics()).toMatchObject({ EventsUnreadable: 1 });
  });
});

test("an event that cannot be taken in now is delivered again, alone", async () => {
  const { kept } = system;
  const failing: typeof kept = {
    ...kept,
    transact: (writes) =>
      writes.some((write) => write.kind === "event" && write.event.eventId === "made-b")
        ? Promise.reject(new Error("the table is busy"))
        : kept.transact(writes),
  };
  system = makeSystem(calmCloud(), system.now(), { kept: failing });
  const bodies = ["a", "b", "c"].map((name) => enveloped(made(name)));

  expect(await take(...bodies)).toEqual({ batchItemFailures: [{ itemIdentifier: "message-1" }] });

  expect(await kept.count({ verdict: "compliant" })).toMatchObject({ total: 2 });
  expect(output.metrics()).toMatchObject({ EventsEvaluated: 2, EventsFailed: 1 });
  expect(output.logs()).toMatchObject([
    { level: "ERROR", messageId: "message-1", correlation_id: "request-1" },
  ]);
});

test("a batch of which nothing can be taken in now is delivered again as a whole", async () => {
  const failing = { ...system.kept, transact: () => Promise.reject(new Error("the table is busy")) };
  system = makeSystem(calmCloud(), system.now(), { kept: failing });
  expect(await take(enveloped(made("a")), enveloped(made("b")))).toEqual({
    batchItemFailures: [{ itemIdentifier: "message-0" }, { itemIdentifier: "message-1" }],
  });
});

describe("where the configuration cannot be read, the batch is delivered again, and the log says which and why:", () => {
  const XML = { "content-type": "application/xml" };
  let server: TestServer;
  afterEach(() => server.close());

  test.each<[string, Answer, RegExp, object]>([
    [
      "as it may not be read",
      { status: 403, headers: XML, body: "<Error><Code>AccessDenied</Code><Message>no</Message></Error>" },
      /^s3:\/\/kept\/tagledger\.yaml: .*AccessDenied: no/,
      { code: "outside-failure" },
    ],
    [
      "as it is not there",
      { status: 404, headers: XML, body: "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>" },
      /^s3:\/\/kept\/tagledger\.yaml: there is no such configuration/,
      { code: "bad-configuration" },
    ],
    [
      "as it does not hold together",
      { status: 200, body: "version: 1\nenforcement: { stop: perhaps }\n" },
      /s3:\/\/kept\/tagledger\.yaml:2.*stop/s,
      { code: "bad-configuration" },
    ],
  ])("%s", async (_, answer, message, fields) => {
    server = await answeringServer(answer);
    const client = new S3Client({
      region: "eu-central-1",
      endpoint: server.url,
      forcePathStyle: true,
      credentials: { accessKeyId: "none", secretAccessKey: "none" },
      maxAttempts: 1,
    });
    const configurations = s3Configurations({
      client,
      bucket: "kept",
      key: "tagledger.yaml",
      hash: nodeHash,
    });
    const inForce = rulesInForce({ configurations, ledger: system.kept, hash: nodeHash });
    const takeIn = onResourceEvent(async () => ({ ...system, inForce }));
    await expect(takeIn(batchOf(enveloped(made("jobs"))), makeContext())).rejects.toThrow(message);
    expect(output.logs().filter(({ level }) => level === "ERROR")).toMatchObject([
      { level: "ERROR", message: expect.stringMatching(message), error: fields, correlation_id: "request-1" },
    ]);
    expect((await system.kept.history(NAME)).incarnations).toEqual([]);
  });
});

test("nobody's name is logged", async () => {
  const failing = { ...system.kept, transact: () => Promise.reject(new Error("the table is busy")) };
  await take(enveloped(made("jobs")));
  system = makeSystem(calmCloud(), system.now(), { kept: failing });
  await take(enveloped(made("other")));
  expect(output.text()).toContain("the table is busy");
  expect(output.text()).not.toContain("mira");
});
