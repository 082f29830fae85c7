import { map, tagCalls, untaggable } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** Amazon MQ, whose source goes by its long name. */
export const mq: Service = {
  source: "amazonmq.amazonaws.com",
  creations: [
    {
      event: "CreateBroker",
      type: "mq:broker",
      priority: 2,
      id: "response.brokerId",
      arn: "response.brokerArn",
      tags: [map("request.tags")],
    },
    {
      event: "CreateConfiguration",
      type: "mq:configuration",
      priority: 4,
      id: "response.id",
      arn: "response.arn",
      tags: [map("request.tags")],
    },
    untaggable("CreateUser", "mq:user", "request.username"),
  ],
  taggings: tagCalls(
    "CreateTags",
    "DeleteTags",
    { at: ["request.resourceArn", "request.resource-arn"] },
    map("request.tags"),
  ),
  liveTags: usualTags("mq", { read: "ListTags", write: "CreateTags", gone: ["NotFoundException"] }),
  types: {
    "mq:broker": onlyAsked(),
  },
};
