import { list, tagCalls, untaggable } from "../build.ts";
import type { Service, TaggedFacts } from "../row.ts";

const TAGS = [list("request.tags")];

const CLUSTER: TaggedFacts = {
  at: "request.resourceId",
  type: "elasticmapreduce:cluster",
  template: "arn:{partition}:elasticmapreduce:{region}:{account}:cluster/{id}",
};

/** EMR, which names clusters by id where other services name an ARN. */
export const elasticmapreduce: Service = {
  source: "elasticmapreduce.amazonaws.com",
  creations: [
    {
      event: "RunJobFlow",
      type: "elasticmapreduce:cluster",
      priority: 1,
      id: "response.jobFlowId",
      arn: "response.clusterArn",
      template: "arn:{partition}:elasticmapreduce:{region}:{account}:cluster/{id}",
      tags: TAGS,
    },
    {
      event: "CreateStudio",
      type: "elasticmapreduce:studio",
      priority: 3,
      id: "response.studioId",
      template: "arn:{partition}:elasticmapreduce:{region}:{account}:studio/{id}",
      tags: TAGS,
    },
    untaggable("CreateSecurityConfiguration", "elasticmapreduce:security-configuration", "request.name"),
    untaggable("CreateStudioSessionMapping", "elasticmapreduce:studio-session-mapping", "request.studioId"),
  ],
  taggings: tagCalls("AddTags", "RemoveTags", CLUSTER, list("request.tags")),
  others: [
    "AddJobFlowSteps",
    "AddInstanceGroups",
    "AddInstanceFleet",
    "PutAutoScalingPolicy",
    "PutManagedScalingPolicy",
  ],
};
