import { list, tagCalls } from "../build.ts";
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
  others: ["PutRecord", "PutRecordBatch", "StartDeliveryStreamEncryption"],
};
