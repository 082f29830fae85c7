import { map } from "../build.ts";
import type { Service, TaggedFacts } from "../row.ts";

const NAMED: TaggedFacts[] = [{ each: "request.resourceARNList", at: "item" }];

/** The tagging API that many services share. */
export const tagging: Service = {
  source: "tagging.amazonaws.com",
  creations: [],
  taggings: [
    { event: "TagResources", resources: NAMED, sets: [map("request.tags")] },
    { event: "UntagResources", resources: NAMED, removes: ["request.tagKeys"] },
  ],
  others: ["StartReportCreation"],
};
