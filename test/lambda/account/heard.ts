import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { EVENT_SOURCE } from "@tagledger/core/events/source";

/** An event of ours, as others hear it. */
export interface HeardEvent {
  readonly "detail-type": string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Makes a bus on which somebody listens to us.
 *
 * @returns what was heard since it was asked last
 */
export async function makeBus(clients: Clients, name: string): Promise<() => Promise<readonly HeardEvent[]>> {
  const [events, queues] = [clients.of(EventBridgeClient), clients.of(SQSClient)];
  await events.send(new CreateEventBusCommand({ Name: name }));
  const { QueueUrl } = await queues.send(new CreateQueueCommand({ QueueName: `${name}-heard` }));
  const EventPattern = JSON.stringify({ source: [EVENT_SOURCE] });
  await events.send(new PutRuleCommand({ Name: "all", EventBusName: name, EventPattern }));
  const Arn = `arn:aws:sqs:${clients.region}:${clients.account}:${name}-heard`;
  await events.send(
    new PutTargetsCommand({ Rule: "all", EventBusName: name, Targets: [{ Id: "heard", Arn }] }),
  );
  return async () => {
    const heard: HeardEvent[] = [];
    while (true) {
      const { Messages = [] } = await queues.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      if (Messages.length === 0) return heard;
      for (const { Body = "", ReceiptHandle } of Messages) {
        heard.push(JSON.parse(Body));
        await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };
}
