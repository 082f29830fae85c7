import { ending, list, tagResource, untaggable } from "../build.ts";
import { foundBy, lossy, remediedBy, usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service } from "../row.ts";
import { arnOf } from "../texts.ts";

const USER_ARN = "arn:{partition}:transfer:{region}:{account}:user/{id}";

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
      arn: arnOf(USER_ARN, ["response.serverId", "request.serverId"], "response.userName"),
      tags: [list("request.tags")],
    },
    untaggable("CreateAccess", "transfer:access", "response.externalId"),
  ],
  taggings: tagResource(["request.arn", "request.aRN"], list("request.tags")),
  endings: [
    gone("DeleteServer", "server", "request.serverId"),
    ending("DeleteUser", arnOf(USER_ARN, "request.serverId", "request.userName")),
    gone("DeleteConnector", "connector", "request.connectorId"),
    gone("DeleteWorkflow", "workflow", "request.workflowId"),
    gone("DeleteWebApp", "webapp", "request.webAppId"),
  ],
  others: ["StartServer", "StartFileTransfer", "ImportSshPublicKey"],
  liveTags: usualTags("transfer", { gone: [] }),
  types: {
    "transfer:server": {
      ...remediedBy(
        lossy(
          "transfer:stop-server",
          "StopServer",
          "model",
          "transfers under way break, and its cost goes on",
          { undo: "StartServer", states: ["ONLINE"] },
        ),
      ),
      exists: foundBy("transfer:DescribeServer", ["ResourceNotFoundException"]),
    },
  },
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

function gone(event: string, type: string, id: Path): EndingRow {
  return ending(event, id, `transfer:${type}`, "arn:{partition}:transfer:{region}:{account}:{type}/{id}");
}
