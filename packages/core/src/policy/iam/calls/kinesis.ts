import type { ServiceCalls } from "./calls.ts";

/** Kinesis. */
export const kinesis: ServiceCalls = {
  service: "kinesis",
  lists: ["kinesis:ListStreams"],
  looks: ["kinesis:ListTagsForResource"],
  wide: ["kinesis:ListStreams"],
};
