import { ending, list, tagResource, untaggable } from "../build.ts";
import { foundBy, lossy, readyIn, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** DynamoDB. */
export const dynamodb: Service = {
  source: "dynamodb.amazonaws.com",
  creations: [
    table("CreateTable", 2),
    { ...table("RestoreTableFromBackup", 3), tags: [] },
    { ...table("RestoreTableToPointInTime", 3), tags: [] },
    {
      event: "ImportTable",
      type: "dynamodb:table",
      priority: 3,
      arn: "response.importTableDescription.tableArn",
    },
    untaggable("CreateBackup", "dynamodb:backup", "response.backupDetails.backupName"),
    untaggable(
      "CreateGlobalTable",
      "dynamodb:global-table",
      "response.globalTableDescription.globalTableName",
    ),
    untaggable("ExportTableToPointInTime", "dynamodb:export", "response.exportDescription.tableId"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending(
      "DeleteTable",
      ["response.tableDescription.tableArn", "request.tableName"],
      "dynamodb:table",
      "arn:{partition}:dynamodb:{region}:{account}:table/{id}",
    ),
  ],
  others: ["PutItem", "BatchWriteItem", "TransactWriteItems", "ExecuteStatement", "BatchExecuteStatement"],
  liveTags: usualTags("dynamodb", { read: "ListTagsOfResource" }),
  types: {
    "dynamodb:table": {
      // While it is made, it counts as not found.
      readiness: readyIn(1, "ACTIVE", "documented", "ResourceNotFoundException"),
      remedies: [
        lossy(
          "dynamodb:lower-capacity",
          "UpdateTable",
          "documented",
          "calls are throttled, and their writes may be lost; it may be lowered only some times a day",
          {
            undo: "UpdateTable",
            states: ["ACTIVE"],
            refused: ["on-demand-capacity", "scaled-automatically"],
          },
        ),
      ],
      exists: foundBy("dynamodb:DescribeTable", ["ResourceNotFoundException"]),
    },
  },
};

function table(event: string, priority: Row["priority"]): Row {
  return {
    event,
    type: "dynamodb:table",
    priority,
    id: "response.tableDescription.tableName",
    arn: "response.tableDescription.tableArn",
    tags: [list("request.tags")],
  };
}
