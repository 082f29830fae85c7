import { ending, list, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** CodePipeline. */
export const codepipeline: Service = {
  source: "codepipeline.amazonaws.com",
  creations: [
    {
      event: "CreatePipeline",
      type: "codepipeline:pipeline",
      priority: 4,
      id: "response.pipeline.name",
      template: "arn:{partition}:codepipeline:{region}:{account}:{id}",
      tags: [list("request.tags")],
    },
    untaggable("StartPipelineExecution", "codepipeline:execution", "response.pipelineExecutionId"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending(
      "DeletePipeline",
      "request.name",
      "codepipeline:pipeline",
      "arn:{partition}:codepipeline:{region}:{account}:{id}",
    ),
  ],
  others: [
    "PutApprovalResult",
    "RetryStageExecution",
    "PutJobSuccessResult",
    "PutJobFailureResult",
    "PutWebhook",
  ],
  liveTags: usualTags("codepipeline"),
};
