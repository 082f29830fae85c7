import { map, tagResource } from "../build.ts";
import type { Service } from "../row.ts";

/** EventBridge Pipes. */
export const pipes: Service = {
  source: "pipes.amazonaws.com",
  creations: [
    {
      event: "CreatePipe",
      type: "pipes:pipe",
      priority: 4,
      id: "request.name",
      arn: "response.arn",
      tags: [map("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  others: ["StartPipe"],
};
