import { ending, list, tagResource } from "../build.ts";
import { lossy, onlyAsked, readyIn, remediedBy, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";
import { arnOf } from "../texts.ts";

/** What belongs to an index goes on in its ARN. */
const ARN = "arn:{partition}:kendra:{region}:{account}:index/{id}";

/** Kendra. */
export const kendra: Service = {
  source: "kendra.amazonaws.com",
  creations: [
    {
      event: "CreateIndex",
      type: "kendra:index",
      priority: 1,
      id: "response.id",
      template: ARN,
      tags: [list("request.tags")],
    },
    {
      event: "CreateDataSource",
      type: "kendra:data-source",
      priority: 2,
      id: "response.id",
      arn: arnOf(ARN, "request.indexId", "data-source", "response.id"),
      tags: [list("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  endings: [
    ending("DeleteDataSource", arnOf(ARN, "request.indexId", "data-source", "request.id")),
    ending("DeleteIndex", "request.id", "kendra:index", ARN),
  ],
  others: ["StartDataSourceSyncJob", "BatchPutDocument", "SubmitFeedback"],
  // The error for what is not there is also that of what is not ready.
  liveTags: usualTags("kendra", { gone: [] }),
  types: {
    "kendra:index": onlyAsked(readyIn(30, "ACTIVE", "inferred", "ResourceUnavailableException")),
    "kendra:data-source": remediedBy(
      lossy(
        "kendra:stop-sync",
        "StopDataSourceSyncJob",
        "model",
        "what is under way starts over; its schedule goes on",
        { undo: "StartDataSourceSyncJob" },
      ),
    ),
  },
};
