import { ending, map, tagCalls, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

const ARN = "arn:{partition}:logs:{region}:{account}:log-group:{id}";

/** CloudWatch Logs, whose creations are answered by nothing. */
export const logs: Service = {
  source: "logs.amazonaws.com",
  creations: [
    {
      event: "CreateLogGroup",
      type: "logs:log-group",
      priority: 4,
      id: "request.logGroupName",
      template: ARN,
      tags: [map("request.tags")],
    },
    {
      event: "CreateLogAnomalyDetector",
      type: "logs:anomaly-detector",
      priority: 4,
      arn: "response.anomalyDetectorArn",
      tags: [map("request.tags")],
    },
    {
      event: "CreateDelivery",
      type: "logs:delivery",
      priority: 4,
      id: "response.delivery.id",
      arn: "response.delivery.arn",
      tags: [map("request.tags")],
    },
    {
      event: "PutDestination",
      type: "logs:destination",
      priority: 4,
      mayExist: true,
      id: "request.destinationName",
      arn: "response.destination.arn",
      tags: [map("request.tags")],
    },
    untaggable("CreateLogStream", "logs:log-stream", "request.logStreamName"),
    untaggable("CreateExportTask", "logs:export-task", "response.taskId"),
  ],
  taggings: [
    ...tagResource("request.resourceArn", map("request.tags")),
    ...tagCalls(
      "TagLogGroup",
      "UntagLogGroup",
      { at: "request.logGroupName", type: "logs:log-group", template: ARN },
      map("request.tags"),
      "request.tags",
    ),
  ],
  endings: [
    ending("DeleteLogGroup", "request.logGroupName", "logs:log-group", ARN),
    ending("DeleteLogAnomalyDetector", "request.anomalyDetectorArn"),
    ending(
      "DeleteDelivery",
      "request.id",
      "logs:delivery",
      "arn:{partition}:logs:{region}:{account}:delivery:{id}",
    ),
    ending(
      "DeleteDestination",
      "request.destinationName",
      "logs:destination",
      "arn:{partition}:logs:{region}:{account}:destination:{id}",
    ),
  ],
  others: [
    "PutRetentionPolicy",
    "PutSubscriptionFilter",
    "PutMetricFilter",
    "PutLogEvents",
    "PutQueryDefinition",
    "StartQuery",
  ],
  liveTags: usualTags("logs"),
};
