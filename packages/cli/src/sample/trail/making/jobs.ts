import type { Job } from "../../company/jobs.ts";
import type { Team } from "../../company/teams.ts";
import { HOUR } from "../../month.ts";
import type { Making } from "../making.ts";
import { listed } from "../tag-shapes.ts";

/** The creation of a SageMaker job. */
export function jobMaking(job: Job, team: Team): Making {
  const { arn, kind } = job;
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  const own = kind === "training" ? training(job, name, team) : processing(job, name, team);
  return {
    service: "sagemaker",
    name: kind === "training" ? "CreateTrainingJob" : "CreateProcessingJob",
    target: arn,
    request: (tags) => ({ ...own, ...listed(tags) }),
    response: { [`${kind}JobArn`]: arn },
  };
}

function training({ account, region, machine, instances, life }: Job, trainingJobName: string, team: Team) {
  const bucket = `s3://sagemaker-${region.code}-${account.id}`;
  return {
    trainingJobName,
    algorithmSpecification: { trainingImage: image(region.code), trainingInputMode: "FastFile" },
    roleArn: executionRole(account.id, team),
    outputDataConfig: { s3OutputPath: `${bucket}/output`, kmsKeyId: "" },
    resourceConfig: { instanceCount: instances, instanceType: machine, volumeSizeInGB: 500 },
    stoppingCondition: { maxRuntimeInSeconds: limitOf(life) },
    checkpointConfig: { s3Uri: `${bucket}/checkpoints/${trainingJobName}`, localPath: "/opt/ml/checkpoints" },
    enableManagedSpotTraining: false,
  };
}

function processing(
  { account, region, machine, instances, life }: Job,
  processingJobName: string,
  team: Team,
) {
  return {
    processingJobName,
    appSpecification: {
      imageUri: image(region.code),
      containerEntrypoint: ["python3", "/opt/ml/processing/input/code/prepare.py"],
    },
    processingResources: {
      clusterConfig: { instanceCount: instances, instanceType: machine, volumeSizeInGB: 200 },
    },
    roleArn: executionRole(account.id, team),
    stoppingCondition: { maxRuntimeInSeconds: limitOf(life) },
  };
}

/** People who know their jobs let them run for little more than an hour longer. */
function limitOf({ from, until }: Job["life"]): number {
  return (Math.ceil((until - from) / HOUR) + 1) * HOUR;
}

function executionRole(account: string, { prefix }: Team): string {
  return `arn:aws:iam::${account}:role/${prefix}-sagemaker-execution`;
}

function image(region: string): string {
  return `555566667777.dkr.ecr.${region}.amazonaws.com/ml/training:2026.09`;
}
