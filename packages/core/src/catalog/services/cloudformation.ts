import { ending, list, untaggable } from "../build.ts";
import { onlyAsked } from "../build-facts.ts";
import type { Service } from "../row.ts";
import { given } from "../texts.ts";

/** CloudFormation. Tags of a stack reach its resources, whose own creations it then calls. */
export const cloudformation: Service = {
  source: "cloudformation.amazonaws.com",
  creations: [
    {
      event: "CreateStack",
      type: "cloudformation:stack",
      priority: 3,
      id: "request.stackName",
      arn: "response.stackId",
      tags: [list("request.tags")],
    },
    {
      event: "CreateStackSet",
      type: "cloudformation:stackset",
      priority: 4,
      // Its tags change with updates, which name it without what AWS adds to its id.
      id: "response.stackSetId",
      taggedElsewhere: true,
      template: "arn:{partition}:cloudformation:{region}:{account}:stackset/{id}",
      tags: [list("request.tags")],
    },
    {
      // As CDK and SAM make stacks; what a change set updates may never come to be.
      event: "CreateChangeSet",
      type: "cloudformation:stack",
      priority: 3,
      id: given("request.changeSetType", "CREATE", "request.stackName"),
      arn: given("request.changeSetType", "CREATE", "response.stackId"),
      tags: [list("request.tags")],
    },
    untaggable("CreateStackInstances", "cloudformation:stack-instances", "request.stackSetName"),
    untaggable("CreateGeneratedTemplate", "cloudformation:generatedTemplate", "response.generatedTemplateId"),
  ],
  taggings: [
    {
      event: "UpdateStack",
      resources: [{ at: ["response.stackId", "request.stackName"], type: "cloudformation:stack" }],
      replaces: [list("request.tags")],
      mayHoldNone: true,
    },
  ],
  endings: [
    // A stack may be named by its ARN, which alone tells it from others of its name.
    ending("DeleteStack", "request.stackName", "cloudformation:stack"),
    ending(
      "DeleteStackSet",
      "request.stackSetName",
      "cloudformation:stackset",
      "arn:{partition}:cloudformation:{region}:{account}:stackset/{id}",
    ),
  ],
  others: [
    "ExecuteChangeSet",
    "RollbackStack",
    "ContinueUpdateRollback",
    "SignalResource",
    "ImportStacksToStackSet",
  ],
  // Its tags change with the stack, which then writes them to all that it made.
  liveTags: {
    read: { call: "cloudformation:DescribeStacks", batch: 1, existence: "unstated", gone: [] },
    write: null,
    evidence: "documented",
  },
  types: { "cloudformation:stack": onlyAsked() },
};
