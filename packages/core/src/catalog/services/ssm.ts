import { ending, list, tagCalls, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import { textReader, type View } from "../path.ts";
import type { Row, Service, Where } from "../row.ts";
import { unless } from "../texts.ts";

/** Names of parameters begin with a slash where they have a path, which is not doubled. */
const ARN = "arn:{partition}:ssm:{region}:{account}:{type}/{id:bare}";
const kind = textReader("request.resourceType");

/** Systems Manager, which changes a parameter by the call that creates it. */
export const ssm: Service = {
  source: "ssm.amazonaws.com",
  creations: [
    {
      ...made("PutParameter", "parameter", "request.name"),
      mayExist: true,
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
    { at: "request.resourceId", type: typeOf, template: ARN },
    list("request.tags"),
  ),
  endings: [
    ending("DeleteParameter", "request.name", "ssm:parameter", ARN),
    {
      event: "DeleteParameters",
      resources: [{ each: "response.deletedParameters", at: "item", type: "ssm:parameter", template: ARN }],
    },
    ending(
      "DeleteDocument",
      unless(["request.documentVersion", "request.versionName"], "request.name"),
      "ssm:document",
      ARN,
    ),
    ending("DeleteMaintenanceWindow", "request.windowId", "ssm:maintenancewindow", ARN),
    ending("DeletePatchBaseline", "request.baselineId", "ssm:patchbaseline", ARN),
    ending("DeleteAssociation", "request.associationId", "ssm:association", ARN),
    ending("DeleteOpsItem", "request.opsItemId", "ssm:opsitem", ARN),
  ],
  others: [
    "SendCommand",
    "PutInventory",
    "PutComplianceItems",
    "StartAssociationsOnce",
    "RegisterManagedInstance",
  ],
  liveTags: usualTags("ssm", { write: "AddTagsToResource", gone: [] }),
};

function made(event: string, type: string, id: Where): Row {
  return {
    event,
    type: `ssm:${type}`,
    priority: 4,
    id,
    template: ARN,
    tags: [list("request.tags")],
  };
}

function typeOf(view: View): string {
  const type = kind(view)?.toLowerCase() ?? "any";
  return `ssm:${type === "automation" ? "automation-execution" : type}`;
}
