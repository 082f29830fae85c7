import { list, tagCalls, untaggable } from "../build.ts";
import { textReader } from "../path.ts";
import type { Row, Service, Where } from "../row.ts";

const kind = textReader("request.resourceType");

/** Systems Manager, which changes a parameter by the call that creates it. */
export const ssm: Service = {
  source: "ssm.amazonaws.com",
  creations: [
    {
      ...made("PutParameter", "parameter", "request.name"),
      mayExist: true,
      template: "arn:{partition}:ssm:{region}:{account}:parameter/{id:bare}",
    },
    made("CreateDocument", "document", "request.name"),
    made("CreateMaintenanceWindow", "maintenancewindow", "response.windowId"),
    made("CreatePatchBaseline", "patchbaseline", "response.baselineId"),
    made("StartAutomationExecution", "automation-execution", "response.automationExecutionId"),
    made("CreateAssociation", "association", "response.associationDescription.associationId"),
    {
      event: "CreateOpsItem",
      type: "ssm:opsitem",
      priority: 4,
      id: "response.opsItemId",
      arn: "response.opsItemArn",
      tags: [list("request.tags")],
    },
    untaggable("CreateActivation", "ssm:activation", "response.activationId"),
    untaggable("CreateResourceDataSync", "ssm:resource-data-sync", "request.syncName"),
    untaggable("StartSession", "ssm:session", "response.sessionId"),
  ],
  taggings: tagCalls(
    "AddTagsToResource",
    "RemoveTagsFromResource",
    { at: "request.resourceId", type: (view) => `ssm:${(kind(view) ?? "any").toLowerCase()}` },
    list("request.tags"),
  ),
  others: [
    "SendCommand",
    "PutInventory",
    "PutComplianceItems",
    "StartAssociationsOnce",
    "RegisterManagedInstance",
  ],
};

function made(event: string, type: string, id: Where): Row {
  return {
    event,
    type: `ssm:${type}`,
    priority: 4,
    id,
    template: "arn:{partition}:ssm:{region}:{account}:{type}/{id}",
    tags: [list("request.tags")],
  };
}
