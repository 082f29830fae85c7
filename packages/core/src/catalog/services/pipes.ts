import { ending, map, tagResource } from "../build.ts";
import { usualTags } from "../build-facts.ts";
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
  endings: [
    ending(
      "DeletePipe",
      ["response.arn", "request.name"],
      "pipes:pipe",
      "arn:{partition}:pipes:{region}:{account}:pipe/{id}",
    ),
  ],
  others: ["StartPipe"],
  liveTags: usualTags("pipes", { gone: ["NotFoundException"] }),
};
