import { list, tagResource, untaggable } from "../build.ts";
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
  others: ["StartApplication", "CreateApplicationPresignedUrl"],
};
