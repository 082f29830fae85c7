import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import type { Rendered } from "@tagledger/core/remediation/message/render";
import { visible } from "@tagledger/core/text/visible";
import type { Clients } from "../aws/inventory/clients.ts";
import { nodeHash } from "../node/hash.ts";
import type { Channel } from "./channel.ts";

/** SNS refuses more than 100, and what is not ASCII. */
const LONGEST_SUBJECT = 100;

/**
 * A topic of SNS, whose subscribers can filter by the attribute `team`; where no owner is known it is absent.
 *
 * @example snsChannel({ topic: "arn:aws:sns:eu-central-1:111122223333:tagledger", client: new SNSClient({}) })
 */
export function snsChannel({
  topic,
  client,
}: {
  readonly topic: string;
  readonly client: SNSClient;
}): Channel {
  return {
    name: "sns",
    async send(rendered) {
      const { team, subject, text } = rendered;
      await client.send(
        new PublishCommand({
          TopicArn: topic,
          Subject: subject.replace(/[^ -~]/gu, "?").slice(0, LONGEST_SUBJECT),
          Message: text,
          ...(team !== null &&
            team !== "" && {
              MessageAttributes: { team: { DataType: "String", StringValue: visible(team) } },
            }),
          ...(topic.endsWith(".fifo") && inOrder(rendered)),
        }),
      );
    },
  };
}

/** The same in the account and region of the topic. */
export function snsChannelOf(topic: string, clients: Clients): Channel {
  return snsChannel({ topic, client: clients.of(SNSClient) });
}

/** A topic that keeps an order needs to know in which one, and leaves out what it had before. */
function inOrder({ id, team }: Rendered) {
  return { MessageGroupId: nodeHash.sha256(team ?? ""), MessageDeduplicationId: nodeHash.sha256(id) };
}
