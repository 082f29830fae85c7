import type { ServiceCalls } from "./calls.ts";

/** Bedrock. */
export const bedrock: ServiceCalls = {
  service: "bedrock",
  looks: ["bedrock:ListTagsForResource"],
};
