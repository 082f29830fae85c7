import { map, tagResource, untaggable } from "../build.ts";
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
