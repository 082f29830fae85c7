import { ending, map, tagCalls } from "../build.ts";
import { usualTags } from "../build-facts.ts";
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
  endings: [ending("DeleteQueue", queueName("request.queueUrl"), "sqs:queue", ARN)],
  others: ["SetQueueAttributes", "AddPermission", "StartMessageMoveTask"],
  liveTags: usualTags("sqs", {
    read: "ListQueueTags",
    write: "TagQueue",
    // The second is what older clients see.
    gone: ["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"],
    evidence: "documented",
  }),
};
