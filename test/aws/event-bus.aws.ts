import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { awsEventBus } from "@tagledger/adapters/aws/event-bus";
import { EVENT_TYPES } from "@tagledger/core/events/event-types";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";

const REGION = "eu-central-1";
const BUS = "tagledger";
/** For moto to be installed. */
const FIRST_TIME = 600_000;

let moto: Moto;
let gate: Gate;
let client: EventBridgeClient;
let watched: EventBridgeClient;
let sqs: SQSClient;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const reached = { endpoint: moto.endpoint, region: REGION, credentials };
  client = new EventBridgeClient(reached);
  sqs = new SQSClient({ ...reached, useQueueUrlAsEndpoint: false });
  await client.send(new CreateEventBusCommand({ Name: BUS }));
  gate = await openGate(moto, "event-bus", "on-due");
  watched = clientsThrough(gate, { account: MOTO_ACCOUNT, region: REGION }).of(EventBridgeClient);
}, FIRST_TIME);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

test.each(EVENT_TYPES)("who listens for $name hears it, and nothing else", async ({ name, example }) => {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const pattern = { source: [EVENT_SOURCE], "detail-type": [name] };
  await client.send(
    new PutRuleCommand({ Name: name, EventBusName: BUS, EventPattern: JSON.stringify(pattern) }),
  );
  const target = { Id: "queue", Arn: `arn:aws:sqs:${REGION}:${MOTO_ACCOUNT}:${name}` };
  await client.send(new PutTargetsCommand({ Rule: name, EventBusName: BUS, Targets: [target] }));

  const all = EVENT_TYPES.map((each) => each.example);
  expect(await awsEventBus({ client: watched, bus: BUS }).put(all)).toEqual(all.map(() => true));

  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  expect(Messages.map(({ Body = "" }) => JSON.parse(Body))).toMatchObject([
    {
      source: EVENT_SOURCE,
      "detail-type": name,
      region: REGION,
      resources: example.detail.resource === undefined ? [] : [example.detail.resource],
      detail: JSON.parse(JSON.stringify(example.detail)),
    },
  ]);
});
