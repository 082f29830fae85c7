import { ending, list, tagResource, untaggable } from "../build.ts";
import { lossy, remediedBy, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** Managed Service for Apache Flink. */
export const kinesisanalytics: Service = {
  source: "kinesisanalytics.amazonaws.com",
  creations: [
    {
      event: "CreateApplication",
      type: "kinesisanalytics:application",
      priority: 3,
      id: "request.applicationName",
      arn: ["response.applicationDetail.applicationARN", "response.applicationSummary.applicationARN"],
      tags: [list("request.tags")],
    },
    untaggable("CreateApplicationSnapshot", "kinesisanalytics:snapshot", "request.snapshotName"),
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  endings: [
    ending(
      "DeleteApplication",
      "request.applicationName",
      "kinesisanalytics:application",
      "arn:{partition}:kinesisanalytics:{region}:{account}:application/{id}",
    ),
  ],
  others: ["StartApplication", "CreateApplicationPresignedUrl"],
  liveTags: usualTags("kinesisanalytics"),
  types: {
    "kinesisanalytics:application": remediedBy(
      lossy(
        "kinesisanalytics:stop-application",
        "StopApplication",
        "model",
        "its state is kept in a snapshot; what its streams drop meanwhile is lost",
        { undo: "StartApplication", states: ["RUNNING"] },
      ),
    ),
  },
};
