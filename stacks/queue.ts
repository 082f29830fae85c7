import type { Told } from "./told.ts";

const DAY = 86_400;
/** How long SQS keeps anything at most: two weekends for somebody to look at it. */
const LONGEST = 14 * DAY;

/** Who puts messages into a queue that is not of our own roles. */
export interface Senders {
  /** The ARNs of rules of EventBridge. */
  readonly rules: readonly $util.Output<string>[];
}

/** A queue of what could not be done, for somebody to look at. */
export function deadLetters(name: string): sst.aws.Queue {
  return new sst.aws.Queue(name, {
    transform: { queue: { messageRetentionSeconds: LONGEST, sqsManagedSseEnabled: true } },
  });
}

/** Lets only rules put messages into a queue, besides our own roles, and nobody without TLS. */
export function queuePolicy(name: string, queue: sst.aws.Queue, told: Told, { rules }: Senders): void {
  const policy = $resolve([queue.arn, $resolve(rules)] as const).apply(([arn, sources]) => {
    const secure = {
      Sid: "OnlyWithTls",
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: arn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    const delivered = {
      Sid: "Rules",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: arn,
      Condition: {
        ArnEquals: { "aws:SourceArn": sources },
        StringEquals: { "aws:SourceAccount": told.home.account },
      },
    };
    const statements = sources.length === 0 ? [secure] : [secure, delivered];
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
  });
  new aws.sqs.QueuePolicy(`${name}Policy`, { queueUrl: queue.url, policy });
}
