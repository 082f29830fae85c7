import { list, tagResource } from "../build.ts";
import type { Service } from "../row.ts";

/** Kendra. */
export const kendra: Service = {
  source: "kendra.amazonaws.com",
  creations: [
    {
      event: "CreateIndex",
      type: "kendra:index",
      priority: 1,
      id: "response.id",
      template: "arn:{partition}:kendra:{region}:{account}:index/{id}",
      tags: [list("request.tags")],
    },
    {
      event: "CreateDataSource",
      type: "kendra:data-source",
      priority: 2,
      id: "response.id",
      tags: [list("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  others: ["StartDataSourceSyncJob", "BatchPutDocument", "SubmitFeedback"],
};
