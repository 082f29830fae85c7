import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Reader } from "./reader.ts";

/** Loads a reader, and with it the client of its service, when there is something to ask. */
export type LoadReader = () => Promise<Reader>;

/** Reads what has no reader of its own. */
export const byTaggingApi: LoadReader = async () => (await import("./readers/tagging.ts")).tagging;

/** Those who have one, by the call that the catalog names. */
const READERS: Readonly<Record<string, LoadReader>> = {
  "batch:ListTagsForResource": async () => (await import("./readers/batch.ts")).batch,
  "bedrock:ListTagsForResource": async () => (await import("./readers/bedrock.ts")).bedrock,
  "dynamodb:ListTagsOfResource": async () => (await import("./readers/dynamodb.ts")).dynamodb,
  "ec2:DescribeTags": async () => (await import("./readers/ec2.ts")).ec2,
  "ecr:ListTagsForResource": async () => (await import("./readers/ecr.ts")).ecr,
  "ecs:ListTagsForResource": async () => (await import("./readers/ecs.ts")).ecs,
  "eks:ListTagsForResource": async () => (await import("./readers/eks.ts")).eks,
  "elasticfilesystem:ListTagsForResource": async () =>
    (await import("./readers/elasticfilesystem.ts")).elasticfilesystem,
  "elasticmapreduce:DescribeCluster": async () =>
    (await import("./readers/elasticmapreduce.ts")).elasticmapreduce,
  "glue:GetTags": async () => (await import("./readers/glue.ts")).glue,
  "kinesis:ListTagsForResource": async () => (await import("./readers/kinesis.ts")).kinesis,
  "lambda:ListTags": async () => (await import("./readers/lambda.ts")).lambda,
  "logs:ListTagsForResource": async () => (await import("./readers/logs.ts")).logs,
  "rds:ListTagsForResource": async () => (await import("./readers/rds.ts")).rds,
  "redshift:DescribeTags": async () => (await import("./readers/redshift.ts")).redshift,
  "s3:GetBucketTagging": async () => (await import("./readers/s3.ts")).s3,
  "sagemaker:ListTags": async () => (await import("./readers/sagemaker.ts")).sagemaker,
  "sns:ListTagsForResource": async () => (await import("./readers/sns.ts")).sns,
  "sqs:ListQueueTags": async () => (await import("./readers/sqs.ts")).sqs,
};

/** Types of a service that its reader does not know: another client asks for their tags, or they are none of its kind. */
const NOT_READ: ReadonlySet<string> = new Set([
  "bedrock:agent",
  "bedrock:agent-alias",
  "bedrock:flow",
  "bedrock:knowledge-base",
  "bedrock:prompt",
  "s3:multi-region-access-point",
]);

/** How the live tags of a type are read. */
export function readerOf(type: string): LoadReader {
  const own = NOT_READ.has(type) ? undefined : READERS[typeFacts(type).liveTags.read.call];
  return own ?? byTaggingApi;
}
