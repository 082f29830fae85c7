import { list, tagResource, untaggable } from "../build.ts";
import type { Service } from "../row.ts";

/** EventBridge. */
export const events: Service = {
  source: "events.amazonaws.com",
  creations: [
    {
      event: "PutRule",
      type: "events:rule",
      priority: 4,
      mayExist: true,
      id: "request.name",
      arn: "response.ruleArn",
      tags: [list("request.tags")],
    },
    {
      event: "CreateEventBus",
      type: "events:event-bus",
      priority: 4,
      id: "request.name",
      arn: "response.eventBusArn",
      tags: [list("request.tags")],
    },
    untaggable("CreateArchive", "events:archive", "request.archiveName"),
    untaggable("CreateConnection", "events:connection", "request.name"),
    untaggable("CreateApiDestination", "events:api-destination", "request.name"),
    untaggable("CreateEndpoint", "events:endpoint", "request.name"),
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  others: ["PutTargets", "PutEvents", "PutPermission", "StartReplay"],
};
