import type { Row } from "../charge.ts";
import { distribution, gateway } from "./answers.ts";
import { bus, queue, schedule } from "./events.ts";
import { lambda } from "./lambda.ts";
import { bucket, table } from "./stores.ts";
import { alarm, dashboard, logGroup, subscription } from "./watching.ts";

/** What is there is not charged for; what it does is charged elsewhere. */
const nothing: Row = () => [];

/** By type, what a resource of a deployment is charged for. */
export const ROWS: Readonly<Record<string, Row>> = {
  "aws:apigatewayv2/api:Api": gateway,
  "aws:apigatewayv2/integration:Integration": nothing,
  "aws:apigatewayv2/route:Route": nothing,
  "aws:apigatewayv2/stage:Stage": nothing,
  "aws:cloudfront/distribution:Distribution": distribution,
  "aws:cloudfront/originAccessControl:OriginAccessControl": nothing,
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": nothing,
  "aws:cloudwatch/dashboard:Dashboard": dashboard,
  "aws:cloudwatch/eventBus:EventBus": bus,
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": nothing,
  "aws:cloudwatch/eventRule:EventRule": nothing,
  "aws:cloudwatch/eventTarget:EventTarget": nothing,
  "aws:cloudwatch/logGroup:LogGroup": logGroup,
  "aws:cloudwatch/metricAlarm:MetricAlarm": alarm,
  "aws:dynamodb/table:Table": table,
  "aws:iam/policy:Policy": nothing,
  "aws:iam/role:Role": nothing,
  "aws:lambda/eventSourceMapping:EventSourceMapping": nothing,
  "aws:lambda/function:Function": lambda,
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": nothing,
  "aws:lambda/permission:Permission": nothing,
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": nothing,
  "aws:s3/bucketNotification:BucketNotification": nothing,
  // A configuration, the page and bundles of functions: megabytes.
  "aws:s3/bucketObjectv2:BucketObjectv2": nothing,
  "aws:s3/bucketPolicy:BucketPolicy": nothing,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": nothing,
  "aws:s3/bucketVersioning:BucketVersioning": nothing,
  "aws:scheduler/schedule:Schedule": schedule,
  "aws:sns/topic:Topic": nothing,
  "aws:sns/topicPolicy:TopicPolicy": nothing,
  "aws:sns/topicSubscription:TopicSubscription": subscription,
  "aws:sqs/queue:Queue": queue,
  "aws:sesv2/configurationSet:ConfigurationSet": nothing,
  "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination": nothing,
  "aws:sesv2/emailIdentity:EmailIdentity": nothing,
  "aws:sqs/queuePolicy:QueuePolicy": nothing,
  "random:index/randomBytes:RandomBytes": nothing,
};
