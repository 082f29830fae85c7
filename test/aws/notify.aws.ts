import { CreateEmailIdentityCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { CreateTopicCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { emailChannel } from "@tagledger/adapters/notify/email";
import { sesMailer } from "@tagledger/adapters/notify/ses";
import { snsChannel } from "@tagledger/adapters/notify/sns";
import type { Message, MessageItem } from "@tagledger/core/remediation/message";
import { renderMessage } from "@tagledger/core/remediation/message/render";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";

const REGION = "eu-central-1";
const FROM = "finops@example.com";
/** For moto to be installed. */
const FIRST_TIME = 600_000;

let moto: Moto;
let gate: Gate;
let clients: Clients;
let watched: Clients;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  clients = awsClients({ account: MOTO_ACCOUNT, region: REGION, endpoint: moto.endpoint, credentials });
  gate = await openGate(moto, "notify", "on-due");
  watched = clientsThrough(gate, { account: MOTO_ACCOUNT, region: REGION });
}, FIRST_TIME);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

test("subscribers of the topic hear everything, and can tell whose it is", async () => {
  const [sns, sqs] = [clients.of(SNSClient), clients.of(SQSClient)];
  const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: "tagledger" }));
  const queueOf = async (team: string) => {
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: team }));
    const Attributes = { RawMessageDelivery: "true", FilterPolicy: JSON.stringify({ team: [team] }) };
    const Endpoint = `arn:aws:sqs:${REGION}:${MOTO_ACCOUNT}:${team}`;
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint, Attributes }));
    return async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ["All"] }),
      );
      return Messages.map(({ Body }) => Body);
    };
  };
  const [vision, fraud] = [await queueOf("vision"), await queueOf("fraud")];
  const channel = snsChannel({ topic: TopicArn, client: watched.of(SNSClient) });
  const rendered = renderMessage(messageTo({ team: "vision" }), { note: null, localTime: null });
  await channel.send(rendered, []);
  await channel.send(renderMessage(messageTo("fallback"), { note: null, localTime: null }), []);
  expect(await vision()).toEqual([rendered.text]);
  expect(await fraud()).toEqual([]);
});

test("a subject and a text as long as there can be are taken by SNS", async () => {
  const sns = clients.of(SNSClient);
  const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: "long" }));
  const team = "größe ".repeat(100);
  const items = Array.from({ length: 3_000 }, () => itemOf("ü".repeat(900)));
  const rendered = renderMessage({ ...messageTo({ team }), items }, { note: null, localTime: null });
  expect(Buffer.byteLength(rendered.text)).toBeGreaterThan(100_000);
  await snsChannel({ topic: TopicArn, client: watched.of(SNSClient) }).send(rendered, []);
});

test("a topic that is gone has not taken the message", async () => {
  const topic = `arn:aws:sns:${REGION}:${MOTO_ACCOUNT}:gone`;
  const rendered = renderMessage(messageTo("fallback"), { note: null, localTime: null });
  await expect(snsChannel({ topic, client: clients.of(SNSClient) }).send(rendered, [])).rejects.toThrow();
});

test("mail goes out over SES as plain text", async () => {
  const ses = clients.of(SESv2Client);
  const channel = emailChannel({ from: FROM, mailer: sesMailer(watched.of(SESv2Client)) });
  const rendered = renderMessage(messageTo({ team: "größe" }), { note: null, localTime: null });
  await expect(channel.send(rendered, ["ann@example.com"])).rejects.toThrow("not verified");
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: FROM }));
  await channel.send(rendered, ["ann@example.com", "bob@example.com"]);
  const sent = await fetch(`${moto.endpoint}/moto-api/data.json`).then((answer) => answer.text());
  expect(sent).toContain("ann@example.com");
  expect(sent).toContain("bob@example.com");
});

function itemOf(resource: string): MessageItem {
  return {
    resource,
    type: "s3:bucket",
    account: MOTO_ACCOUNT,
    region: REGION,
    actor: null,
    happened: "violating",
    findings: [{ key: "ml-team", reason: "missing", actual: null, expected: "one of fraud, vision" }],
    hourly: { amount: "0.5", currency: "USD" },
    soFar: null,
    deadline: null,
    remedy: null,
    decidedBy: { rule: "enforcement.default", configuration: "0123456789abcdef" },
    fix: null,
    factory: null,
    remarks: [],
  };
}

function messageTo(to: Message["to"]): Message {
  return {
    id: "message-1",
    to,
    at: Date.parse("2026-09-01T12:00:00Z"),
    items: [itemOf("arn:aws:s3:::models")],
  };
}
