import { list, untaggable } from "../build.ts";
import type { Service } from "../row.ts";

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
      id: "response.stackSetId",
      template: "arn:{partition}:cloudformation:{region}:{account}:stackset/{id}",
      tags: [list("request.tags")],
    },
    untaggable("CreateChangeSet", "cloudformation:changeSet", "request.changeSetName"),
    untaggable("CreateStackInstances", "cloudformation:stack-instances", "request.stackSetName"),
    untaggable("CreateGeneratedTemplate", "cloudformation:generatedTemplate", "response.generatedTemplateId"),
  ],
  others: [
    "ExecuteChangeSet",
    "RollbackStack",
    "ContinueUpdateRollback",
    "SignalResource",
    "ImportStacksToStackSet",
  ],
};
