import type { ServiceCalls } from "./calls.ts";

/** SNS. */
export const sns: ServiceCalls = {
  service: "sns",
  lists: ["sns:ListTopics"],
  looks: ["sns:ListTagsForResource"],
  wide: ["sns:ListTopics"],
};
