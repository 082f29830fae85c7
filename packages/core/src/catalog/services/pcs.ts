import { map, tagResource } from "../build.ts";
import type { Row, Service } from "../row.ts";

/** Parallel Computing Service. */
export const pcs: Service = {
  source: "pcs.amazonaws.com",
  creations: [
    made("CreateCluster", "cluster", "cluster", 1),
    made("CreateComputeNodeGroup", "computeNodeGroup", "computenodegroup", 1),
    made("CreateQueue", "queue", "queue", 3),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
};

function made(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `pcs:${type}`,
    priority,
    id: `response.${what}.id`,
    arn: `response.${what}.arn`,
    tags: [map("request.tags")],
  };
}
