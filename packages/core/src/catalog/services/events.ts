import { ending, list, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import { type PathFunction, textReader } from "../path.ts";
import type { Service } from "../row.ts";
import { joined, lastPart } from "../texts.ts";

/** Of a rule of another bus than the default one, the ARN holds that bus as well. */
const ruleOfBus = joined(lastPart("request.eventBusName"), "request.name");
const readName = textReader("request.name");
const ruleName: PathFunction = (view) => {
  const ofBus = ruleOfBus(view);
  return ofBus === null || ofBus.startsWith("default/") ? readName(view) : ofBus;
};

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
  endings: [
    ending("DeleteRule", ruleName, "events:rule", "arn:{partition}:events:{region}:{account}:rule/{id}"),
    ending(
      "DeleteEventBus",
      "request.name",
      "events:event-bus",
      "arn:{partition}:events:{region}:{account}:event-bus/{id}",
    ),
  ],
  others: ["PutTargets", "PutEvents", "PutPermission", "StartReplay"],
  liveTags: usualTags("events"),
};
