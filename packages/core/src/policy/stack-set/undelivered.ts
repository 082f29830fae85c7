import { equals, get, given, HERE, ref } from "./call.ts";
import { namesOf, type Site, tagsOf } from "./site.ts";
import type { Resource } from "./template.ts";

/** The logical id of the queue. */
export const UNDELIVERED = "Undelivered";
/** Whether somebody is to be told of an alarm. */
export const TELLS_OF_ALARMS = "TellsOfAlarms";
/** The name of the parameter that says who. */
export const ALARM_TOPIC = "AlarmTopic";

/**
 * CloudWatch takes a topic of the alarm's own region only, and the stacks of all regions are given the same one. What
 * is joined to it makes that there is a fourth part also where it is empty.
 */
export const IS_TOLD_HERE = equals(
  { "Fn::Select": [3, { "Fn::Split": [":", { "Fn::Join": [":", [ref(ALARM_TOPIC), "no:no:no"]] }] }] },
  HERE.region,
);

/** As long as SQS keeps a message: 14 days. */
const RETENTION = 14 * 24 * 60 * 60;

/** The queue of what could not be forwarded, who may write to it, and the alarm when something is there. */
export function undelivered(site: Site): Readonly<Record<string, Resource>> {
  const { ours, partition } = namesOf(site);
  // Of a name that we give it, so that it is known as our own; all that could change of it is changed in place.
  const name = `${ours}-undelivered`;
  const queue = get(UNDELIVERED, "Arn");
  const rules = `arn:${partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${ours}-*`;
  return {
    [UNDELIVERED]: {
      Type: "AWS::SQS::Queue",
      Properties: {
        QueueName: name,
        MessageRetentionPeriod: RETENTION,
        SqsManagedSseEnabled: true,
        Tags: tagsOf(site),
      },
    },
    UndeliveredPolicy: {
      Type: "AWS::SQS::QueuePolicy",
      Properties: {
        Queues: [ref(UNDELIVERED)],
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "OurRules",
              Effect: "Allow",
              Principal: { Service: "events.amazonaws.com" },
              Action: "sqs:SendMessage",
              Resource: queue,
              Condition: {
                StringEquals: { "aws:SourceAccount": ref("AWS::AccountId") },
                ArnLike: { "aws:SourceArn": { "Fn::Sub": rules } },
              },
            },
            {
              Sid: "OnlyOverTls",
              Effect: "Deny",
              Principal: "*",
              Action: "sqs:*",
              Resource: queue,
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
          ],
        },
      },
    },
    UndeliveredAlarm: {
      Type: "AWS::CloudWatch::Alarm",
      Properties: {
        AlarmName: name,
        AlarmDescription: `Events that ${ours} did not get: the queue holds them for 14 days.`,
        Namespace: "AWS/SQS",
        MetricName: "ApproximateNumberOfMessagesVisible",
        Dimensions: [{ Name: "QueueName", Value: get(UNDELIVERED, "QueueName") }],
        Statistic: "Maximum",
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 0,
        ComparisonOperator: "GreaterThanThreshold",
        TreatMissingData: "notBreaching",
        AlarmActions: given(TELLS_OF_ALARMS, [ref(ALARM_TOPIC)]),
        Tags: tagsOf(site),
      },
    },
  };
}
