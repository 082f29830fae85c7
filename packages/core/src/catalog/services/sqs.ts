import { map, tagCalls } from "../build.ts";
import { queueName } from "../queue-name.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:sqs:{region}:{account}:{id}";

/** SQS, which names queues by URL. */
export const sqs: Service = {
  source: "sqs.amazonaws.com",
  creations: [
    {
      event: "CreateQueue",
      type: "sqs:queue",
      priority: 4,
      mayExist: true,
      id: queueName("response.queueUrl"),
      template: ARN,
      tags: [map("request.tags"), map("request.tag")],
    },
  ],
  taggings: tagCalls(
    "TagQueue",
    "UntagQueue",
    { at: queueName("request.queueUrl"), type: "sqs:queue", template: ARN },
    map("request.tags"),
  ),
  others: ["SetQueueAttributes", "AddPermission", "StartMessageMoveTask"],
};
