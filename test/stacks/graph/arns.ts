/** Where and under which name something is made. */
interface Made {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

type ArnOf = (made: Made) => string | null;

const regional =
  (service: string, prefix = ""): ArnOf =>
  ({ account, region, name }) =>
    `arn:aws:${service}:${region}:${account}:${prefix}${name}`;
const global =
  (service: string, prefix: string): ArnOf =>
  ({ account, name }) =>
    `arn:aws:${service}::${account}:${prefix}${name}`;
const none: ArnOf = () => null;
/** ARNs of API Gateway name no account. */
const inApis =
  (path: (made: Made) => string): ArnOf =>
  (made) =>
    `arn:aws:apigateway:${made.region}::/apis/${path(made)}`;

/** The ARN of each type that our stacks make, as its service forms it; null for what has none of its own. */
const ARNS: Readonly<Record<string, ArnOf>> = {
  "aws:apigatewayv2/api:Api": inApis(({ name }) => name),
  "aws:apigatewayv2/integration:Integration": none,
  "aws:apigatewayv2/route:Route": none,
  "aws:apigatewayv2/stage:Stage": inApis(({ name, inputs }) => `${inputs.apiId}/stages/${name}`),
  "aws:cloudfront/distribution:Distribution": global("cloudfront", "distribution/"),
  "aws:cloudfront/originAccessControl:OriginAccessControl": global("cloudfront", "origin-access-control/"),
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": global(
    "cloudfront",
    "response-headers-policy/",
  ),
  "aws:cloudwatch/dashboard:Dashboard": global("cloudwatch", "dashboard/"),
  "aws:cloudwatch/eventBus:EventBus": regional("events", "event-bus/"),
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": none,
  "aws:cloudwatch/eventRule:EventRule": (made) => regional("events", `rule/${onBus(made.inputs)}`)(made),
  "aws:cloudwatch/eventTarget:EventTarget": none,
  "aws:cloudwatch/logGroup:LogGroup": regional("logs", "log-group:"),
  "aws:cloudwatch/metricAlarm:MetricAlarm": regional("cloudwatch", "alarm:"),
  "aws:dynamodb/table:Table": regional("dynamodb", "table/"),
  "aws:iam/policy:Policy": global("iam", "policy/"),
  "aws:iam/role:Role": global("iam", "role/"),
  "aws:lambda/eventSourceMapping:EventSourceMapping": regional("lambda", "event-source-mapping:"),
  "aws:lambda/function:Function": regional("lambda", "function:"),
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": none,
  "aws:lambda/permission:Permission": none,
  "aws:s3/bucket:Bucket": ({ name }) => `arn:aws:s3:::${name}`,
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": none,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": none,
  "aws:s3/bucketNotification:BucketNotification": none,
  "aws:s3/bucketObjectv2:BucketObjectv2": ({ inputs }) => `arn:aws:s3:::${inputs.bucket}/${inputs.key}`,
  "aws:s3/bucketPolicy:BucketPolicy": none,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": none,
  "aws:s3/bucketVersioning:BucketVersioning": none,
  "aws:scheduler/schedule:Schedule": regional("scheduler", "schedule/default/"),
  "aws:sesv2/configurationSet:ConfigurationSet": regional("ses", "configuration-set/"),
  "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination": none,
  "aws:sesv2/emailIdentity:EmailIdentity": regional("ses", "identity/"),
  "aws:sns/topic:Topic": regional("sns"),
  "aws:sns/topicPolicy:TopicPolicy": none,
  "aws:sns/topicSubscription:TopicSubscription": none,
  "aws:sqs/queue:Queue": regional("sqs"),
  "aws:sqs/queuePolicy:QueuePolicy": none,
  "random:index/randomBytes:RandomBytes": none,
};

/**
 * The ARN that AWS would give to something.
 *
 * @throws where nobody wrote down how the ARNs of its type look
 */
export function arnOf(type: string, made: Made): string | null {
  const of = ARNS[type];
  if (of === undefined)
    throw new Error(`${type}: how its ARN looks is not written down in ${import.meta.filename}`);
  return of(made);
}

/** Rules on other buses than the default one are named below their bus. */
function onBus({ eventBusName }: Readonly<Record<string, unknown>>): string {
  return eventBusName === undefined || eventBusName === "default" ? "" : `${eventBusName}/`;
}
