import { map, tagResource } from "../build.ts";
import type { Service } from "../row.ts";

const TAGS = [map("request.tags")];

/** Batch. The tags in `computeResources` are for the instances, not for the environment. */
export const batch: Service = {
  source: "batch.amazonaws.com",
  creations: [
    {
      event: "CreateComputeEnvironment",
      type: "batch:compute-environment",
      priority: 1,
      id: "response.computeEnvironmentName",
      arn: "response.computeEnvironmentArn",
      tags: TAGS,
    },
    {
      event: "SubmitJob",
      type: "batch:job",
      priority: 1,
      id: "response.jobId",
      arn: "response.jobArn",
      tags: TAGS,
    },
    {
      event: "SubmitServiceJob",
      type: "batch:service-job",
      priority: 1,
      id: "response.jobId",
      arn: "response.jobArn",
      tags: TAGS,
    },
    {
      event: "CreateJobQueue",
      type: "batch:job-queue",
      priority: 2,
      id: "response.jobQueueName",
      arn: "response.jobQueueArn",
      tags: TAGS,
    },
    {
      event: "CreateServiceEnvironment",
      type: "batch:service-environment",
      priority: 2,
      id: "response.serviceEnvironmentName",
      arn: "response.serviceEnvironmentArn",
      tags: TAGS,
    },
    {
      event: "RegisterJobDefinition",
      type: "batch:job-definition",
      priority: 4,
      id: "response.jobDefinitionName",
      arn: "response.jobDefinitionArn",
      tags: TAGS,
    },
    {
      event: "CreateSchedulingPolicy",
      type: "batch:scheduling-policy",
      priority: 4,
      id: "response.name",
      arn: "response.arn",
      tags: TAGS,
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
};
