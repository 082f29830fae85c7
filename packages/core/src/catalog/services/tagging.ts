import { map } from "../build.ts";
import type { Service, TaggedFacts } from "../row.ts";

const NAMED: TaggedFacts[] = [
  // The call succeeds though it cannot tag all that it names.
  { each: "request.resourceARNList", at: "item", except: "response.failedResourcesMap" },
];

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
