import {
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Envelope } from "../events/envelope.ts";

const ACCOUNT = "111122223333";
const REGION = "eu-central-1";
/** As many as one call takes. */
const AT_ONCE = 10;

/** The bus of an account, with rules that lead to a queue each. */
export interface RuledBus {
  send(events: readonly Envelope[]): Promise<void>;
  /** What arrived at each rule since it was last asked, by the ids of the records. */
  arrived(): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** How clients reach an emulator, in an account that is fictitious. */
export function reaching(endpoint: string) {
  return { endpoint, region: REGION, credentials: { accessKeyId: ACCOUNT, secretAccessKey: "unused" } };
}

/** Puts rules on the default bus, each before a queue of its own. */
export async function ruledBus(
  endpoint: string,
  rules: readonly { readonly name: string; readonly pattern: object }[],
): Promise<RuledBus> {
  const events = new EventBridgeClient(reaching(endpoint));
  const queues = new SQSClient(reaching(endpoint));
  const urls = new Map<string, string>();
  for (const { name, pattern } of rules) {
    const { QueueUrl = "" } = await queues.send(new CreateQueueCommand({ QueueName: name }));
    await events.send(new PutRuleCommand({ Name: name, EventPattern: JSON.stringify(pattern) }));
    const Arn = `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
    await events.send(new PutTargetsCommand({ Rule: name, Targets: [{ Id: "queue", Arn }] }));
    urls.set(name, QueueUrl);
  }
  return {
    async send(all) {
      for (let start = 0; start < all.length; start += AT_ONCE) {
        const Entries = all.slice(start, start + AT_ONCE).map(({ source, "detail-type": type, detail }) => ({
          Source: source,
          DetailType: type,
          Detail: JSON.stringify(detail),
        }));
        const { FailedEntryCount } = await events.send(new PutEventsCommand({ Entries }));
        if (FailedEntryCount !== 0) throw new Error(`${FailedEntryCount} events were refused`);
      }
    },
    async arrived() {
      const found = new Map<string, readonly string[]>();
      for (const [name, url] of urls) found.set(name, await received(queues, url));
      return found;
    },
  };
}

/** The ids of all records that wait in a queue. */
async function received(queues: SQSClient, QueueUrl: string): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 3600 }),
    );
    if (Messages.length === 0) return ids;
    ids.push(...Messages.map(({ Body = "" }) => JSON.parse(Body).detail.eventID));
  }
}
