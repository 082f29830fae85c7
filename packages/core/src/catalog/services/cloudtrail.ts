import { list } from "../build.ts";
import type { Service, TaggedFacts } from "../row.ts";

/** Trails and stores have a list of tags by a name of its own, which is shown as carried rather than requested. */
const TAGS = list("request.tagsList");
const NAMED: TaggedFacts[] = [{ at: "request.resourceId", type: "cloudtrail:trail" }];

/** CloudTrail itself. */
export const cloudtrail: Service = {
  source: "cloudtrail.amazonaws.com",
  creations: [
    {
      event: "CreateTrail",
      type: "cloudtrail:trail",
      priority: 4,
      id: "request.name",
      arn: "response.trailARN",
      carried: TAGS,
    },
    {
      event: "CreateEventDataStore",
      type: "cloudtrail:eventdatastore",
      priority: 3,
      id: "response.name",
      arn: "response.eventDataStoreArn",
      carried: TAGS,
    },
    {
      event: "CreateChannel",
      type: "cloudtrail:channel",
      priority: 4,
      id: "response.name",
      arn: "response.channelArn",
      tags: [list("request.tags")],
    },
  ],
  taggings: [
    { event: "AddTags", resources: NAMED, sets: [TAGS] },
    { event: "RemoveTags", resources: NAMED, removes: ["request.tagsList"] },
  ],
  others: [
    "StartLogging",
    "PutEventSelectors",
    "PutInsightSelectors",
    "StartQuery",
    "StartEventDataStoreIngestion",
  ],
};
