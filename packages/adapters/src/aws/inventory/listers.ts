import type { Lister } from "./lister.ts";

/** All who list what the Tagging API does not tell of: what was never tagged, and what is gone. */
export async function loadListers(): Promise<readonly Lister[]> {
  const { batch } = await import("./listers/batch.ts");
  const { dynamodb } = await import("./listers/dynamodb.ts");
  const { ec2 } = await import("./listers/ec2.ts");
  const { ecr } = await import("./listers/ecr.ts");
  const { ecs } = await import("./listers/ecs.ts");
  const { eks } = await import("./listers/eks.ts");
  const { elasticfilesystem } = await import("./listers/elasticfilesystem.ts");
  const { elasticmapreduce } = await import("./listers/elasticmapreduce.ts");
  const { kinesis } = await import("./listers/kinesis.ts");
  const { lambda } = await import("./listers/lambda.ts");
  const { logs } = await import("./listers/logs.ts");
  const { rds } = await import("./listers/rds.ts");
  const { redshift } = await import("./listers/redshift.ts");
  const { s3 } = await import("./listers/s3.ts");
  const { sagemaker } = await import("./listers/sagemaker.ts");
  const { sns } = await import("./listers/sns.ts");
  const { sqs } = await import("./listers/sqs.ts");
  return [
    ...batch,
    dynamodb,
    ...ec2,
    ecr,
    ...ecs,
    ...eks,
    elasticfilesystem,
    elasticmapreduce,
    kinesis,
    lambda,
    logs,
    ...rds,
    redshift,
    s3,
    ...sagemaker,
    sns,
    sqs,
  ];
}
