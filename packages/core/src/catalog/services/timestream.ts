import { list, tagResource } from "../build.ts";
import type { Service } from "../row.ts";

/** Timestream for LiveAnalytics. */
export const timestream: Service = {
  source: "timestream.amazonaws.com",
  creations: [
    {
      event: "CreateDatabase",
      type: "timestream:database",
      priority: 3,
      id: "response.database.databaseName",
      arn: "response.database.arn",
      tags: [list("request.tags")],
    },
    {
      event: "CreateTable",
      type: "timestream:table",
      priority: 3,
      id: "response.table.tableName",
      arn: "response.table.arn",
      tags: [list("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  others: ["WriteRecords"],
};
