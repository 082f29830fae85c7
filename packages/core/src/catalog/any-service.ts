import { map, tagCalls } from "./build.ts";
import type { TaggedFacts } from "./row.ts";

/** Where services put the ARN, or else the name, of what is tagged. */
const NAMED: TaggedFacts = {
  at: [
    "request.resourceArn",
    "request.resourceARN",
    "request.resource",
    "request.arn",
    "request.resourceName",
    "request.resourceId",
  ],
  type: ({ event: { eventSource } }) => `${eventSource.split(".", 1)[0]}:any`,
};

/**
 * The tagging calls that look alike in nearly all services, for those that the catalog does not list: what they tag may
 * be known from elsewhere. A map also reads what turns out to be a list.
 */
export const anyService = tagCalls("TagResource", "UntagResource", NAMED, map("request.tags"));
