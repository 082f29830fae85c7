import { ending, map, tagCalls } from "../build.ts";
import { onlyAsked, readyIn, usualTags } from "../build-facts.ts";
import type { Service, TaggedFacts } from "../row.ts";

const ARN = "arn:{partition}:kinesis:{region}:{account}:stream/{id}";
const STREAM: TaggedFacts = {
  at: ["request.streamARN", "request.streamName"],
  type: "kinesis:stream",
  template: ARN,
};

/** Kinesis data streams, whose creation is answered by nothing. */
export const kinesis: Service = {
  source: "kinesis.amazonaws.com",
  creations: [
    {
      event: "CreateStream",
      type: "kinesis:stream",
      priority: 3,
      id: "request.streamName",
      template: ARN,
      tags: [map("request.tags")],
    },
    {
      event: "RegisterStreamConsumer",
      type: "kinesis:consumer",
      priority: 4,
      id: "response.consumer.consumerName",
      arn: "response.consumer.consumerARN",
      tags: [map("request.tags")],
    },
  ],
  taggings: [
    ...tagCalls("AddTagsToStream", "RemoveTagsFromStream", STREAM, map("request.tags")),
    ...tagCalls("TagResource", "UntagResource", { at: "request.resourceARN" }, map("request.tags")),
  ],
  endings: [
    { event: "DeleteStream", resources: [STREAM] },
    ending("DeregisterStreamConsumer", "request.consumerARN"),
  ],
  others: ["PutRecord", "PutRecords", "SplitShard", "MergeShards", "StartStreamEncryption"],
  liveTags: usualTags("kinesis"),
  types: {
    "kinesis:stream": onlyAsked(readyIn(1, "ACTIVE", "model", "ResourceInUseException")),
  },
};
