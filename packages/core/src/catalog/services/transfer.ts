import { list, tagResource, untaggable } from "../build.ts";
import type { Row, Service } from "../row.ts";

/** Transfer Family. */
export const transfer: Service = {
  source: "transfer.amazonaws.com",
  creations: [
    made("CreateServer", "server", "serverId", 2),
    made("CreateConnector", "connector", "connectorId", 3),
    made("CreateWorkflow", "workflow", "workflowId", 4),
    made("CreateWebApp", "webapp", "webAppId", 3),
    {
      event: "CreateUser",
      type: "transfer:user",
      priority: 4,
      id: "response.userName",
      tags: [list("request.tags")],
    },
    untaggable("CreateAccess", "transfer:access", "response.externalId"),
  ],
  taggings: tagResource(["request.arn", "request.aRN"], list("request.tags")),
  others: ["StartServer", "StartFileTransfer", "ImportSshPublicKey"],
};

function made(event: string, type: string, id: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `transfer:${type}`,
    priority,
    id: `response.${id}`,
    template: "arn:{partition}:transfer:{region}:{account}:{type}/{id}",
    tags: [list("request.tags")],
  };
}
