import { ending, map, tagResource } from "../build.ts";
import { foundBy, lossy, remediedBy, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** Neptune Analytics. */
export const neptuneGraph: Service = {
  source: "neptune-graph.amazonaws.com",
  creations: [made("CreateGraph", "graph", 1), made("CreateGraphSnapshot", "graph-snapshot", 3)],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [ending("DeleteGraph", "response.arn"), ending("DeleteGraphSnapshot", "response.arn")],
  liveTags: usualTags("neptune-graph"),
  types: {
    "neptune-graph:graph": {
      ...remediedBy(
        lossy("neptune-graph:stop-graph", "StopGraph", "model", "queries under way are lost", {
          undo: "StartGraph",
          states: ["AVAILABLE"],
        }),
      ),
      exists: foundBy("neptune-graph:GetGraph", ["ResourceNotFoundException"]),
    },
  },
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
