import { ending, map, tagResource } from "../build.ts";
import { final, listedBy, remediedBy, reversible, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:batch:{region}:{account}:{type}/{id}";

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
  endings: [
    ending("DeleteComputeEnvironment", "request.computeEnvironment", "batch:compute-environment", ARN),
    ending("DeleteJobQueue", "request.jobQueue", "batch:job-queue", ARN),
    ending("DeleteServiceEnvironment", "request.serviceEnvironment", "batch:service-environment", ARN),
    ending("DeleteSchedulingPolicy", "request.arn"),
  ],
  liveTags: usualTags("batch", { gone: [] }),
  types: {
    "batch:compute-environment": {
      ...remediedBy(
        reversible(
          "batch:disable-environment",
          "UpdateComputeEnvironment",
          "model",
          "places no more jobs; what runs ends by itself, and a minimum of capacity stays",
          { undo: "UpdateComputeEnvironment", states: ["VALID"] },
        ),
      ),
      exists: listedBy("batch:DescribeComputeEnvironments", ["DELETED"]),
    },
    "batch:job": {
      ...remediedBy(
        final("batch:terminate-job", "TerminateJob", "model", "counts as failed, and does not resume"),
      ),
      exists: listedBy("batch:DescribeJobs"),
    },
    "batch:service-job": remediedBy(
      final(
        "batch:terminate-service-job",
        "TerminateServiceJob",
        "model",
        "counts as failed, and does not resume",
      ),
    ),
    "batch:job-queue": {
      ...remediedBy(
        reversible(
          "batch:disable-queue",
          "UpdateJobQueue",
          "model",
          "takes no more jobs; those in it end by themselves",
          { undo: "UpdateJobQueue", states: ["VALID"] },
        ),
      ),
      exists: listedBy("batch:DescribeJobQueues", ["DELETED"]),
    },
    "batch:service-environment": {
      ...remediedBy(
        reversible(
          "batch:disable-service-environment",
          "UpdateServiceEnvironment",
          "model",
          "places no more jobs; what runs ends by itself",
          { undo: "UpdateServiceEnvironment", states: ["VALID"] },
        ),
      ),
      exists: listedBy("batch:DescribeServiceEnvironments", ["DELETED"]),
    },
  },
};
