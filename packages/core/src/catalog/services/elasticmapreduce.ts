import { ending, list, tagCalls, untaggable } from "../build.ts";
import { final, foundBy, lossy, onlyAsked, remediedBy, usualTags } from "../build-facts.ts";
import { textReader } from "../path.ts";
import type { Service, TaggedFacts } from "../row.ts";

const ARN = "arn:{partition}:elasticmapreduce:{region}:{account}:{type}/{id}";
const TAGS = [list("request.tags")];

const readId = textReader("request.resourceId");

/** Clusters and studios, which the beginning of the id tells apart. */
const NAMED: TaggedFacts = {
  at: "request.resourceId",
  type: (view) => `elasticmapreduce:${readId(view)?.startsWith("es-") ? "studio" : "cluster"}`,
  template: ARN,
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
      template: ARN,
      tags: TAGS,
    },
    {
      event: "CreateStudio",
      type: "elasticmapreduce:studio",
      priority: 3,
      id: "response.studioId",
      template: ARN,
      tags: TAGS,
    },
    untaggable("CreateSecurityConfiguration", "elasticmapreduce:security-configuration", "request.name"),
    untaggable("CreateStudioSessionMapping", "elasticmapreduce:studio-session-mapping", "request.studioId"),
  ],
  taggings: tagCalls("AddTags", "RemoveTags", NAMED, list("request.tags")),
  endings: [
    {
      event: "TerminateJobFlows",
      resources: [
        { each: "request.jobFlowIds", at: "item", type: "elasticmapreduce:cluster", template: ARN },
      ],
    },
    ending("DeleteStudio", "request.studioId", "elasticmapreduce:studio", ARN),
  ],
  others: [
    "AddJobFlowSteps",
    "AddInstanceGroups",
    "AddInstanceFleet",
    "PutAutoScalingPolicy",
    "PutManagedScalingPolicy",
  ],
  // Tags are read with the cluster; the error for one that is not there is that of a malformed request.
  liveTags: usualTags("elasticmapreduce", { read: "DescribeCluster", write: "AddTags", gone: [] }),
  types: {
    "elasticmapreduce:cluster": {
      ...remediedBy(
        lossy(
          "elasticmapreduce:empty-task-groups",
          "ModifyInstanceGroups",
          "documented",
          "task nodes are terminated with what runs on them",
          {
            undo: "ModifyInstanceGroups",
            states: ["RUNNING", "WAITING"],
            refused: ["instance-fleets", "scaled-automatically"],
          },
        ),
        final(
          "elasticmapreduce:terminate",
          "TerminateJobFlows",
          "documented",
          "steps and what lies in HDFS are lost",
          {
            states: ["STARTING", "BOOTSTRAPPING", "RUNNING", "WAITING"],
            refused: ["termination-protected"],
          },
        ),
      ),
      exists: foundBy(
        "elasticmapreduce:DescribeCluster",
        [],
        ["TERMINATING", "TERMINATED", "TERMINATED_WITH_ERRORS"],
      ),
    },
    "elasticmapreduce:studio": {
      ...onlyAsked(),
      liveTags: usualTags("elasticmapreduce", { read: "DescribeStudio", write: "AddTags", gone: [] }),
    },
  },
};
