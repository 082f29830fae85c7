import { map, tagResource } from "../build.ts";
import type { Row, Service } from "../row.ts";

/** Neptune Analytics. */
export const neptuneGraph: Service = {
  source: "neptune-graph.amazonaws.com",
  creations: [made("CreateGraph", "graph", 1), made("CreateGraphSnapshot", "graph-snapshot", 3)],
  taggings: tagResource("request.resourceArn", map("request.tags")),
};

function made(event: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `neptune-graph:${type}`,
    priority,
    id: "response.id",
    arn: "response.arn",
    tags: [map("request.tags")],
  };
}
