import { list, tagCalls } from "../build.ts";
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
  others: ["StartPipeline"],
};
