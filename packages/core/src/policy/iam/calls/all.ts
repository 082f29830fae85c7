import { apprunner } from "./apprunner.ts";
import { autoscaling } from "./autoscaling.ts";
import { batch } from "./batch.ts";
import { bedrock } from "./bedrock.ts";
import type { ServiceCalls } from "./calls.ts";
import { dynamodb } from "./dynamodb.ts";
import { ec2 } from "./ec2.ts";
import { ecr } from "./ecr.ts";
import { ecs } from "./ecs.ts";
import { eks } from "./eks.ts";
import { elasticfilesystem } from "./elasticfilesystem.ts";
import { elasticmapreduce } from "./elasticmapreduce.ts";
import { emrServerless } from "./emr-serverless.ts";
import { glue } from "./glue.ts";
import { kinesis } from "./kinesis.ts";
import { lambda } from "./lambda.ts";
import { logs } from "./logs.ts";
import { onlyTagged } from "./only-tagged.ts";
import { rds } from "./rds.ts";
import { redshift } from "./redshift.ts";
import { redshiftServerless } from "./redshift-serverless.ts";
import { s3 } from "./s3.ts";
import { sagemaker } from "./sagemaker.ts";
import { sns } from "./sns.ts";
import { sqs } from "./sqs.ts";

/** All services of which more is to be said than the catalog says. */
export const serviceCalls: readonly ServiceCalls[] = [
  apprunner,
  autoscaling,
  batch,
  bedrock,
  dynamodb,
  ec2,
  ecr,
  ecs,
  eks,
  elasticfilesystem,
  elasticmapreduce,
  emrServerless,
  glue,
  kinesis,
  lambda,
  logs,
  rds,
  redshift,
  redshiftServerless,
  s3,
  sagemaker,
  sns,
  sqs,
  ...onlyTagged,
];
