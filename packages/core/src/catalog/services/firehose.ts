import { ending, list, tagCalls } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:firehose:{region}:{account}:deliverystream/{id}";

/** Firehose. */
export const firehose: Service = {
  source: "firehose.amazonaws.com",
  creations: [
    {
      event: "CreateDeliveryStream",
      type: "firehose:deliverystream",
      priority: 3,
      id: "request.deliveryStreamName",
      arn: "response.deliveryStreamARN",
      template: ARN,
      tags: [list("request.tags")],
    },
  ],
  taggings: tagCalls(
    "TagDeliveryStream",
    "UntagDeliveryStream",
    { at: "request.deliveryStreamName", type: "firehose:deliverystream", template: ARN },
    list("request.tags"),
  ),
  endings: [ending("DeleteDeliveryStream", "request.deliveryStreamName", "firehose:deliverystream", ARN)],
  others: ["PutRecord", "PutRecordBatch", "StartDeliveryStreamEncryption"],
  liveTags: usualTags("firehose", { read: "ListTagsForDeliveryStream", write: "TagDeliveryStream" }),
  types: {
    "firehose:deliverystream": onlyAsked(),
  },
};
