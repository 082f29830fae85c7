import { ending, list } from "../build.ts";
import { usualTags } from "../build-facts.ts";
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
  endings: [
    ending(
      "DeleteTrail",
      "request.name",
      "cloudtrail:trail",
      "arn:{partition}:cloudtrail:{region}:{account}:trail/{id}",
    ),
    ending("DeleteChannel", "request.channel", "cloudtrail:channel"),
  ],
  others: [
    "StartLogging",
    "PutEventSelectors",
    "PutInsightSelectors",
    "StartQuery",
    "StartEventDataStoreIngestion",
  ],
  liveTags: usualTags("cloudtrail", {
    read: "ListTags",
    write: "AddTags",
    batch: 20,
    evidence: "documented",
  }),
};
