import { list, tagResource, untaggable } from "../build.ts";
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
  others: ["PutItem", "BatchWriteItem", "TransactWriteItems", "ExecuteStatement", "BatchExecuteStatement"],
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
