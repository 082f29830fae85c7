import { type Break, type Inputs, inline, policy, set, told, trust, without } from "./how.ts";

/** The types of what is broken, in short. */
export const TYPES = {
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  block: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  bucket: "aws:s3/bucket:Bucket",
  distribution: "aws:cloudfront/distribution:Distribution",
  bucketPolicy: "aws:s3/bucketPolicy:BucketPolicy",
  function: "aws:lambda/function:Function",
  invoked: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  log: "aws:cloudwatch/logGroup:LogGroup",
  mapping: "aws:lambda/eventSourceMapping:EventSourceMapping",
  queue: "aws:sqs/queue:Queue",
  queuePolicy: "aws:sqs/queuePolicy:QueuePolicy",
  reach: "aws:iam/policy:Policy",
  role: "aws:iam/role:Role",
  route: "aws:apigatewayv2/route:Route",
  rule: "aws:cloudwatch/eventRule:EventRule",
  schedule: "aws:scheduler/schedule:Schedule",
  stage: "aws:apigatewayv2/stage:Stage",
  table: "aws:dynamodb/table:Table",
  target: "aws:cloudwatch/eventTarget:EventTarget",
  topicPolicy: "aws:sns/topicPolicy:TopicPolicy",
  versioning: "aws:s3/bucketVersioning:BucketVersioning",
} as const;

/** A queue that nobody made. */
const QUEUE = "arn:aws:sqs:eu-central-1:111122223333:another";
const isEachMinute = ({ scheduleExpression }: Inputs) => scheduleExpression === "rate(1 minute)";
/** Origins that are read without being known there. */
const bare = (origins: unknown) =>
  (origins as readonly Inputs[]).map(({ originAccessControlId: _, ...origin }) => origin);

/** Everything that can be broken, on every resource of its type. */
export const BREAKS: readonly (readonly [what: string, type: keyof typeof TYPES, how: Break])[] = [
  ["may do everything", "role", inline({ Effect: "Allow", Action: "*", Resource: "*" })],
  ["may do all of a service", "role", inline({ Effect: "Allow", Action: ["s3:*"], Resource: "*" })],
  ["may do all but something", "role", inline({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })],
  ["is trusted to its account", "role", trust({ AWS: "arn:aws:iam::111122223333:root" })],
  [
    "is trusted to its account besides",
    "role",
    trust({ Service: "lambda.amazonaws.com", AWS: "111122223333" }),
  ],
  ["is trusted to anyone", "role", trust("*")],
  ["is called as nobody of ours is", "role", set({ name: "lambda-role" })],
  ["has a name that is too long", "role", set({ name: `tagledger-production-${"x".repeat(50)}` })],
  ["allows what it does not name", "reach", policy(/"Action":\["[^"]+"/, '"Action":["ec2:*"')],
  ["is open to anyone", "queuePolicy", policy("Deny", "Allow")],
  ["is reached without TLS", "queuePolicy", policy("aws:SecureTransport", "aws:ViaAWSService")],
  ["lets in the rules of others", "queuePolicy", policy(/"aws:Source(Arn|Account)"/g, '"aws:Other"')],
  ["lets in no rule", "queuePolicy", policy("events.amazonaws.com", "s3.amazonaws.com")],
  ["lets in alarms of anyone", "topicPolicy", policy("aws:SourceAccount", "aws:Other")],
  ["is open to anyone", "topicPolicy", policy("Deny", "Allow")],
  ["is reached without TLS", "bucketPolicy", policy("false", "true")],
  ["is not blocked", "block", set({ blockPublicPolicy: false })],
  ["is not versioned", "versioning", set({ versioningConfiguration: { status: "Suspended" } })],
  ["never expires", "lifecycle", set({ rules: [] })],
  ["goes with all it holds", "bucket", set({ forceDestroy: true })],
  ["is not limited", "stage", without("defaultRouteSettings")],
  ["is not written down", "stage", without("accessLogSettings")],
  ["lets in whoever asks", "route", set({ routeKey: "ANY /iam/api/{proxy+}", authorizationType: "NONE" })],
  ["is reached by any path", "route", set({ routeKey: "$default", authorizationType: "NONE" })],
  ["reads its bucket as anybody", "distribution", (inputs) => ({ ...inputs, origins: bare(inputs.origins) })],
  [
    "guards nothing",
    "distribution",
    ({ defaultCacheBehavior, ...inputs }) => ({
      ...inputs,
      defaultCacheBehavior: { ...(defaultCacheBehavior as object), responseHeadersPolicyId: undefined },
    }),
  ],
  ["is not encrypted", "queue", set({ sqsManagedSseEnabled: false })],
  ["redrives nothing", "queue", without("redrivePolicy")],
  [
    "gives up for a short trouble",
    "queue",
    (inputs) =>
      typeof inputs.redrivePolicy === "string"
        ? {
            ...inputs,
            redrivePolicy: inputs.redrivePolicy.replace(/"maxReceiveCount":\d+/, '"maxReceiveCount":3'),
          }
        : null,
  ],
  [
    "keeps dead letters for hours",
    "queue",
    (inputs) => ("messageRetentionSeconds" in inputs ? { ...inputs, messageRetentionSeconds: 3600 } : null),
  ],
  [
    "hands out again too early",
    "queue",
    (inputs) => ("redrivePolicy" in inputs ? { ...inputs, visibilityTimeoutSeconds: 60 } : null),
  ],
  ["fails a batch for one of it", "mapping", set({ functionResponseTypes: [] })],
  ["takes all at once", "mapping", without("scalingConfig")],
  ["is off", "rule", set({ state: "DISABLED" })],
  ["is longer than EventBridge takes", "rule", set({ eventPattern: "x".repeat(2049) })],
  ["leads nowhere", "target", set({ rule: "another" })],
  ["drops what it cannot deliver", "target", without("deadLetterConfig")],
  ["leads where it may not", "target", set({ arn: QUEUE })],
  [
    "drops what it cannot deliver",
    "schedule",
    (inputs) =>
      isEachMinute(inputs)
        ? null
        : { ...inputs, target: { ...(inputs.target as object), deadLetterConfig: undefined } },
  ],
  [
    "keeps runs that the next minute does again",
    "schedule",
    (inputs) =>
      isEachMinute(inputs)
        ? { ...inputs, target: { ...(inputs.target as object), deadLetterConfig: { arn: QUEUE } } }
        : null,
  ],
  [
    "keeps runs that the next minute does again",
    "invoked",
    (inputs) =>
      "destinationConfig" in inputs
        ? null
        : { ...inputs, destinationConfig: { onFailure: { destination: QUEUE } } },
  ],
  ["drops runs that fail", "invoked", without("destinationConfig")],
  ["is tried again for hours", "invoked", without("maximumEventAgeInSeconds")],
  ["is not encrypted", "table", without("serverSideEncryption")],
  ["cannot be restored", "table", set({ pointInTimeRecovery: { enabled: false } })],
  ["can be deleted", "table", set({ deletionProtectionEnabled: false })],
  ["has other keys", "table", set({ rangeKey: "sort" })],
  ["keeps everything", "table", without("ttl")],
  [
    "has no index",
    "table",
    (inputs) => ({
      ...inputs,
      globalSecondaryIndexes: (inputs.globalSecondaryIndexes as unknown[]).slice(1),
    }),
  ],
  ["runs on x86", "function", set({ architectures: ["x86_64"] })],
  ["runs on an old Node", "function", set({ runtime: "nodejs22.x" })],
  ["is not traced", "function", without("tracingConfig")],
  ["logs text", "function", set({ loggingConfig: { logFormat: "Text" } })],
  ["is told something that it does not read", "function", told((all) => ({ ...all, TAGLEDGER_OTHER: "1" }))],
  ["is told what is Lambda's", "function", told((all) => ({ ...all, AWS_REGION: "eu-central-1" }))],
  ["is not told its table", "function", told(({ TAGLEDGER_TABLE: _, ...all }) => all)],
  ["is told a wrong place", "function", told((all) => ({ ...all, TAGLEDGER_PLACES: "here" }))],
  [
    "is not told the secret",
    "function",
    (inputs, all) =>
      inputs.name === "tagledger-production-on-due"
        ? told(({ SLACK_WEBHOOK: _, ...left }) => left)(inputs, all)
        : null,
  ],
  ["keeps its logs for ever", "log", without("retentionInDays")],
  ["reaches nobody", "alarm", set({ alarmActions: [] })],
  [
    "calls for one failed minute",
    "alarm",
    (inputs) =>
      Number(inputs.evaluationPeriods) > 1 ? { ...inputs, evaluationPeriods: 1, period: 60 } : null,
  ],
  ["says nothing", "alarm", without("alarmDescription")],
  [
    "takes silence wrongly",
    "alarm",
    (inputs) => ({
      ...inputs,
      treatMissingData: inputs.treatMissingData === "breaching" ? "notBreaching" : "breaching",
    }),
  ],
];
