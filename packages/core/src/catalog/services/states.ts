import { ending, list, tagResource, untaggable } from "../build.ts";
import { final, remediedBy, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** Step Functions. */
export const states: Service = {
  source: "states.amazonaws.com",
  creations: [
    {
      event: "CreateStateMachine",
      type: "states:stateMachine",
      priority: 3,
      mayExist: true,
      id: "request.name",
      arn: "response.stateMachineArn",
      tags: [list("request.tags")],
    },
    {
      event: "CreateActivity",
      type: "states:activity",
      priority: 4,
      mayExist: true,
      id: "request.name",
      arn: "response.activityArn",
      tags: [list("request.tags")],
    },
    untaggable("CreateStateMachineAlias", "states:stateMachineAlias", "request.name"),
    untaggable("StartExecution", "states:execution", "request.name"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending("DeleteStateMachine", "request.stateMachineArn"),
    ending("DeleteActivity", "request.activityArn"),
  ],
  others: ["SendTaskSuccess", "SendTaskFailure", "RedriveExecution"],
  liveTags: usualTags("states", { gone: ["ResourceNotFound"] }),
  types: {
    "states:stateMachine": remediedBy(
      final(
        "states:stop-executions",
        "StopExecution",
        "documented",
        "executions do not go on, though some can be redriven",
        { refused: ["express-workflow"] },
      ),
    ),
  },
};
