import { list, tagResource, untaggable } from "../build.ts";
import type { Service } from "../row.ts";

/** Step Functions. */
export const states: Service = {
  source: "states.amazonaws.com",
  creations: [
    {
      event: "CreateStateMachine",
      type: "states:stateMachine",
      priority: 3,
      id: "request.name",
      arn: "response.stateMachineArn",
      tags: [list("request.tags")],
    },
    {
      event: "CreateActivity",
      type: "states:activity",
      priority: 4,
      id: "request.name",
      arn: "response.activityArn",
      tags: [list("request.tags")],
    },
    untaggable("CreateStateMachineAlias", "states:stateMachineAlias", "request.name"),
    untaggable("StartExecution", "states:execution", "request.name"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  others: ["SendTaskSuccess", "SendTaskFailure", "RedriveExecution"],
};
