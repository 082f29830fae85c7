import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Writer } from "./writer.ts";

/** Loads a writer, and with it the client of its service, when there is something to write. */
export type LoadWriter = () => Promise<Writer>;

/** Writes to what has no writer of its own. */
export const byTaggingApi: LoadWriter = async () => (await import("./writers/tagging.ts")).tagging;

const byBedrockAgent: LoadWriter = async () => (await import("./writers/bedrock-agent.ts")).bedrockAgent;

/** Those who have one, by the call that the catalog names. */
const WRITERS: Readonly<Record<string, LoadWriter>> = {
  "apprunner:TagResource": async () => (await import("./writers/apprunner.ts")).apprunner,
  "autoscaling:CreateOrUpdateTags": async () => (await import("./writers/autoscaling.ts")).autoscaling,
  "batch:TagResource": async () => (await import("./writers/batch.ts")).batch,
  "bedrock:TagResource": async () => (await import("./writers/bedrock.ts")).bedrock,
  "dynamodb:TagResource": async () => (await import("./writers/dynamodb.ts")).dynamodb,
  "ec2:CreateTags": async () => (await import("./writers/ec2.ts")).ec2,
  "ecr:TagResource": async () => (await import("./writers/ecr.ts")).ecr,
  "ecs:TagResource": async () => (await import("./writers/ecs.ts")).ecs,
  "eks:TagResource": async () => (await import("./writers/eks.ts")).eks,
  "elasticfilesystem:TagResource": async () =>
    (await import("./writers/elasticfilesystem.ts")).elasticfilesystem,
  "elasticmapreduce:AddTags": async () => (await import("./writers/elasticmapreduce.ts")).elasticmapreduce,
  "emr-serverless:TagResource": async () => (await import("./writers/emr-serverless.ts")).emrServerless,
  "glue:TagResource": async () => (await import("./writers/glue.ts")).glue,
  "kinesis:TagResource": async () => (await import("./writers/kinesis.ts")).kinesis,
  "lambda:TagResource": async () => (await import("./writers/lambda.ts")).lambda,
  "logs:TagResource": async () => (await import("./writers/logs.ts")).logs,
  "rds:AddTagsToResource": async () => (await import("./writers/rds.ts")).rds,
  "redshift:CreateTags": async () => (await import("./writers/redshift.ts")).redshift,
  "redshift-serverless:TagResource": async () =>
    (await import("./writers/redshift-serverless.ts")).redshiftServerless,
  "s3:PutJobTagging": async () => (await import("./writers/s3-jobs.ts")).s3Jobs,
  "s3:TagResource": async () => (await import("./writers/s3.ts")).s3,
  "sagemaker:AddTags": async () => (await import("./writers/sagemaker.ts")).sagemaker,
  "sns:TagResource": async () => (await import("./writers/sns.ts")).sns,
  "sqs:TagQueue": async () => (await import("./writers/sqs.ts")).sqs,
};

/** Types of a service that another client writes to, or none of its own. */
const ELSEWHERE: Readonly<Record<string, LoadWriter>> = {
  "bedrock:agent": byBedrockAgent,
  "bedrock:agent-alias": byBedrockAgent,
  "bedrock:flow": byBedrockAgent,
  "bedrock:knowledge-base": byBedrockAgent,
  "bedrock:prompt": byBedrockAgent,
  "s3:multi-region-access-point": byTaggingApi,
};

/** The calls that take an id. */
const BY_ID: readonly string[] = [
  "autoscaling:CreateOrUpdateTags",
  "ec2:CreateTags",
  "elasticfilesystem:TagResource",
  "elasticmapreduce:AddTags",
];

/** How the tags of a type are written, where they are by themselves. */
export function writerOf(type: string): LoadWriter {
  return ELSEWHERE[type] ?? WRITERS[callOf(type)] ?? byTaggingApi;
}

/** Whether a resource of a type is asked for by its id, so that nobody needs to know its ARN. */
export function asksById(type: string): boolean {
  return BY_ID.includes(callOf(type));
}

function callOf(type: string): string {
  return typeFacts(type).liveTags.write?.call ?? "";
}
