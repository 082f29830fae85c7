import { ending, list, tagResource } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";
import { joined } from "../texts.ts";

/** A table goes on in the ARN of its database. */
const ARN = "arn:{partition}:timestream:{region}:{account}:database/{id}";

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
  endings: [
    ending("DeleteDatabase", "request.databaseName", "timestream:database", ARN),
    ending(
      "DeleteTable",
      joined("request.databaseName", "table", "request.tableName"),
      "timestream:table",
      ARN,
    ),
  ],
  others: ["WriteRecords"],
  liveTags: usualTags("timestream"),
};
