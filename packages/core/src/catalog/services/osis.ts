import { ending, list, tagCalls } from "../build.ts";
import { lossy, remediedBy, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** OpenSearch Ingestion. */
export const osis: Service = {
  source: "osis.amazonaws.com",
  creations: [
    {
      event: "CreatePipeline",
      type: "osis:pipeline",
      priority: 2,
      id: "response.pipeline.pipelineName",
      arn: "response.pipeline.pipelineArn",
      tags: [list("request.tags")],
    },
  ],
  taggings: tagCalls(
    "TagResource",
    "UntagResource",
    { at: ["request.arn", "request.aRN"] },
    list("request.tags"),
  ),
  endings: [
    ending(
      "DeletePipeline",
      "request.pipelineName",
      "osis:pipeline",
      "arn:{partition}:osis:{region}:{account}:pipeline/{id}",
    ),
  ],
  others: ["StartPipeline"],
  liveTags: usualTags("osis"),
  types: {
    "osis:pipeline": remediedBy(
      lossy("osis:stop-pipeline", "StopPipeline", "model", "what it buffers in memory may be lost", {
        undo: "StartPipeline",
        states: ["ACTIVE"],
      }),
    ),
  },
};
