import { ending, map, tagResource, untaggable } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** S3 Tables. */
export const s3tables: Service = {
  source: "s3tables.amazonaws.com",
  creations: [
    {
      event: "CreateTableBucket",
      type: "s3tables:bucket",
      priority: 2,
      id: "request.name",
      arn: "response.arn",
      tags: [map("request.tags")],
    },
    {
      event: "CreateTable",
      type: "s3tables:table",
      priority: 3,
      id: "request.name",
      arn: "response.tableARN",
      tags: [map("request.tags")],
    },
    untaggable("CreateNamespace", "s3tables:namespace", "request.namespace"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [ending("DeleteTableBucket", "request.tableBucketARN")],
  liveTags: usualTags("s3tables", { gone: ["NotFoundException"] }),
  types: {
    "s3tables:bucket": onlyAsked(),
    "s3tables:table": onlyAsked(),
  },
};
