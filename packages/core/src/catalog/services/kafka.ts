import { ending, map, tagResource, untaggable } from "../build.ts";
import { IMMEDIATE, onlyAsked, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

const TAGS = [map("request.tags")];

/** MSK. */
export const kafka: Service = {
  source: "kafka.amazonaws.com",
  creations: [
    cluster("CreateCluster"),
    cluster("CreateClusterV2"),
    {
      event: "CreateReplicator",
      type: "kafka:replicator",
      priority: 3,
      id: "response.replicatorName",
      arn: "response.replicatorArn",
      tags: TAGS,
    },
    {
      event: "CreateVpcConnection",
      type: "kafka:vpc-connection",
      priority: 4,
      arn: "response.vpcConnectionArn",
      tags: TAGS,
    },
    untaggable("CreateConfiguration", "kafka:configuration", "response.name"),
    untaggable("CreateTopic", "kafka:topic", "response.topicName"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [
    ending("DeleteCluster", ["request.clusterArn", "response.clusterArn"]),
    ending("DeleteReplicator", ["request.replicatorArn", "response.replicatorArn"]),
    ending("DeleteVpcConnection", ["request.arn", "response.vpcConnectionArn"]),
  ],
  liveTags: usualTags("kafka", { gone: ["NotFoundException"] }),
  types: { "kafka:cluster": onlyAsked({ ...IMMEDIATE, evidence: "documented" }) },
};

function cluster(event: string): Row {
  return {
    event,
    type: "kafka:cluster",
    priority: 2,
    id: "response.clusterName",
    arn: "response.clusterArn",
    tags: TAGS,
  };
}
