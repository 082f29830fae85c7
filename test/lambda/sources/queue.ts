import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { given } from "../../aws/local/estate/maker.ts";
import type { Trigger } from "../trigger.ts";

/** A message that was received, as its queue gives it out. */
export interface Received extends Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
}

/** A queue with another one for what is dead. */
export interface Queue {
  readonly arn: string;
  send(body: string): Promise<void>;
  /** Receives messages, at most ten, which nobody else sees for a while. */
  receive(most: number): Promise<readonly Received[]>;
  remove(message: Received): Promise<void>;
  /** Lets the while be over for which nobody else sees a message. */
  showAgain(message: Received): Promise<void>;
  /** What was delivered in vain. */
  dead(): Promise<readonly string[]>;
}

/** Makes a queue in SQS as the deployment configures it. */
export async function makeQueue(
  client: SQSClient,
  name: string,
  { visibility, deliveries }: Extract<Trigger, { kind: "queue" }>,
): Promise<Queue> {
  const deadUrl = await create(`${name}-dead`, {});
  const [url, graveyard] = [
    await create(name, {
      VisibilityTimeout: String(visibility),
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: await arnOf(deadUrl),
        maxReceiveCount: deliveries,
      }),
    }),
    deadUrl,
  ];
  return {
    arn: await arnOf(url),
    async send(MessageBody) {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
    },
    receive: (most) => receiveFrom(url, most),
    async remove({ ReceiptHandle }) {
      await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
    },
    async showAgain({ ReceiptHandle }) {
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }),
      );
    },
    async dead() {
      const found: string[] = [];
      while (true) {
        const some = await receiveFrom(graveyard, 10);
        if (some.length === 0) return found;
        found.push(...some.map(({ Body }) => Body));
        for (const { ReceiptHandle } of some) {
          await client.send(new DeleteMessageCommand({ QueueUrl: graveyard, ReceiptHandle }));
        }
      }
    },
  };

  async function create(QueueName: string, Attributes: Record<string, string>): Promise<string> {
    const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    return given(QueueUrl);
  }

  async function arnOf(QueueUrl: string): Promise<string> {
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] });
    return given((await client.send(asked)).Attributes?.QueueArn);
  }

  async function receiveFrom(QueueUrl: string, most: number): Promise<readonly Received[]> {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: Math.min(most, 10),
        MessageSystemAttributeNames: ["All"],
      }),
    );
    return Messages.filter(isWhole);
  }
}

function isWhole(message: Message): message is Received {
  const { MessageId, ReceiptHandle, Body } = message;
  return MessageId !== undefined && ReceiptHandle !== undefined && Body !== undefined;
}
