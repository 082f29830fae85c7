/** What is called to make, read, change and remove a resource of some type, and on what. */
export interface Calls {
  /** The ARNs of such resources, with `REGION`, `ACCOUNT` and `STAGE` to fill in. */
  readonly on: readonly string[];
  readonly actions: readonly string[];
}

const OURS = "tagledger-STAGE";

const events = {
  on: [`arn:aws:events:REGION:ACCOUNT:rule/${OURS}-*`, `arn:aws:events:REGION:ACCOUNT:event-bus/${OURS}*`],
};
const bucket = { on: [`arn:aws:s3:::${OURS}-*`] };
const queue = { on: [`arn:aws:sqs:REGION:ACCOUNT:${OURS}-*`] };
const topic = { on: [`arn:aws:sns:REGION:ACCOUNT:${OURS}-*`] };
const role = { on: [`arn:aws:iam::ACCOUNT:role/${OURS}-*`] };
const made = { on: [`arn:aws:lambda:REGION:ACCOUNT:function:${OURS}-*`] };
/** Where SST keeps the bundles of functions. */
const assets = "arn:aws:s3:::sst-asset-*";

/** What a type that is part of another needs besides: nothing. */
const none: Calls = { on: [], actions: [] };

/** By type of what a deployment makes, what whoever deploys calls: as the AWS provider of Terraform does, on which SST's stands. */
export const CALLS: Readonly<Record<string, Calls>> = {
  "aws:cloudwatch/dashboard:Dashboard": {
    on: [`arn:aws:cloudwatch::ACCOUNT:dashboard/${OURS}`],
    actions: ["cloudwatch:DeleteDashboards", "cloudwatch:GetDashboard", "cloudwatch:PutDashboard"],
  },
  "aws:cloudwatch/eventBus:EventBus": {
    ...events,
    actions: [
      "events:CreateEventBus",
      "events:DeleteEventBus",
      "events:DescribeEventBus",
      "events:ListTagsForResource",
      "events:TagResource",
      "events:UntagResource",
      "events:UpdateEventBus",
    ],
  },
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": {
    ...events,
    actions: ["events:DescribeEventBus", "events:PutPermission", "events:RemovePermission"],
  },
  "aws:cloudwatch/eventRule:EventRule": {
    ...events,
    actions: [
      "events:DeleteRule",
      "events:DescribeRule",
      "events:DisableRule",
      "events:EnableRule",
      "events:ListTagsForResource",
      "events:PutRule",
      "events:TagResource",
      "events:UntagResource",
    ],
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    ...events,
    actions: ["events:ListTargetsByRule", "events:PutTargets", "events:RemoveTargets"],
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    on: [`arn:aws:logs:REGION:ACCOUNT:log-group:/aws/lambda/${OURS}-*`],
    actions: [
      "logs:CreateLogGroup",
      "logs:DeleteLogGroup",
      "logs:DeleteRetentionPolicy",
      "logs:ListTagsForResource",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
      "logs:UntagResource",
    ],
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    on: [`arn:aws:cloudwatch:REGION:ACCOUNT:alarm:${OURS}-*`],
    actions: [
      "cloudwatch:DeleteAlarms",
      "cloudwatch:DescribeAlarms",
      "cloudwatch:ListTagsForResource",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:TagResource",
      "cloudwatch:UntagResource",
    ],
  },
  "aws:dynamodb/table:Table": {
    on: [`arn:aws:dynamodb:REGION:ACCOUNT:table/${OURS}-*`],
    actions: [
      "dynamodb:CreateTable",
      "dynamodb:DeleteTable",
      "dynamodb:DescribeContinuousBackups",
      "dynamodb:DescribeTable",
      "dynamodb:DescribeTimeToLive",
      "dynamodb:ListTagsOfResource",
      "dynamodb:TagResource",
      "dynamodb:UntagResource",
      "dynamodb:UpdateContinuousBackups",
      "dynamodb:UpdateTable",
      "dynamodb:UpdateTimeToLive",
    ],
  },
  "aws:iam/policy:Policy": {
    on: [`arn:aws:iam::ACCOUNT:policy/${OURS}-*`],
    actions: [
      "iam:CreatePolicy",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicy",
      "iam:DeletePolicyVersion",
      "iam:GetPolicy",
      "iam:GetPolicyVersion",
      "iam:ListEntitiesForPolicy",
      "iam:ListPolicyTags",
      "iam:ListPolicyVersions",
      "iam:TagPolicy",
      "iam:UntagPolicy",
    ],
  },
  "aws:iam/role:Role": {
    ...role,
    actions: [
      "iam:AttachRolePolicy",
      "iam:CreateRole",
      "iam:DeleteRole",
      "iam:DeleteRolePolicy",
      "iam:DetachRolePolicy",
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "iam:ListRoleTags",
      "iam:PutRolePolicy",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
    ],
  },
  "aws:lambda/eventSourceMapping:EventSourceMapping": {
    on: ["arn:aws:lambda:REGION:ACCOUNT:event-source-mapping:*"],
    actions: [
      "lambda:CreateEventSourceMapping",
      "lambda:DeleteEventSourceMapping",
      "lambda:GetEventSourceMapping",
      "lambda:ListTags",
      "lambda:TagResource",
      "lambda:UntagResource",
      "lambda:UpdateEventSourceMapping",
    ],
  },
  "aws:lambda/function:Function": {
    ...made,
    actions: [
      "lambda:CreateFunction",
      "lambda:DeleteFunction",
      "lambda:DeleteFunctionConcurrency",
      "lambda:GetFunction",
      "lambda:GetFunctionCodeSigningConfig",
      "lambda:GetFunctionConcurrency",
      "lambda:GetFunctionConfiguration",
      "lambda:ListTags",
      "lambda:ListVersionsByFunction",
      "lambda:PutFunctionConcurrency",
      "lambda:TagResource",
      "lambda:UntagResource",
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
    ],
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": {
    ...made,
    actions: [
      "lambda:DeleteFunctionEventInvokeConfig",
      "lambda:GetFunctionEventInvokeConfig",
      "lambda:PutFunctionEventInvokeConfig",
    ],
  },
  "aws:s3/bucket:Bucket": {
    ...bucket,
    actions: [
      "s3:CreateBucket",
      "s3:DeleteBucket",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:GetAccelerateConfiguration",
      "s3:GetBucketAcl",
      "s3:GetBucketCORS",
      "s3:GetBucketLocation",
      "s3:GetBucketLogging",
      "s3:GetBucketObjectLockConfiguration",
      "s3:GetBucketPolicy",
      "s3:GetBucketRequestPayment",
      "s3:GetBucketTagging",
      "s3:GetBucketVersioning",
      "s3:GetBucketWebsite",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      "s3:ListBucket",
      "s3:ListBucketVersions",
      "s3:PutBucketTagging",
    ],
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    ...bucket,
    actions: ["s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"],
  },
  "aws:s3/bucketObjectv2:BucketObjectv2": {
    on: [`${bucket.on[0]}/*`, `${assets}/*`],
    actions: [
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:GetObject",
      "s3:GetObjectTagging",
      "s3:PutObject",
      "s3:PutObjectTagging",
    ],
  },
  "aws:s3/bucketPolicy:BucketPolicy": {
    ...bucket,
    actions: ["s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:PutBucketPolicy"],
  },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    ...bucket,
    actions: ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
  },
  "aws:s3/bucketVersioning:BucketVersioning": {
    ...bucket,
    actions: ["s3:GetBucketVersioning", "s3:PutBucketVersioning"],
  },
  "aws:scheduler/schedule:Schedule": {
    on: [`arn:aws:scheduler:REGION:ACCOUNT:schedule/default/${OURS}-*`],
    actions: [
      "scheduler:CreateSchedule",
      "scheduler:DeleteSchedule",
      "scheduler:GetSchedule",
      "scheduler:UpdateSchedule",
    ],
  },
  "aws:sns/topic:Topic": {
    ...topic,
    actions: [
      "sns:CreateTopic",
      "sns:DeleteTopic",
      "sns:GetTopicAttributes",
      "sns:ListTagsForResource",
      "sns:SetTopicAttributes",
      "sns:TagResource",
      "sns:UntagResource",
    ],
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    ...topic,
    actions: ["sns:GetTopicAttributes", "sns:SetTopicAttributes"],
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    ...topic,
    actions: [
      "sns:GetSubscriptionAttributes",
      "sns:SetSubscriptionAttributes",
      "sns:Subscribe",
      "sns:Unsubscribe",
    ],
  },
  "aws:sqs/queue:Queue": {
    ...queue,
    actions: [
      "sqs:CreateQueue",
      "sqs:DeleteQueue",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ListQueueTags",
      "sqs:SetQueueAttributes",
      "sqs:TagQueue",
      "sqs:UntagQueue",
    ],
  },
  "aws:sqs/queuePolicy:QueuePolicy": {
    ...queue,
    actions: ["sqs:GetQueueAttributes", "sqs:SetQueueAttributes"],
  },
  "random:index/randomBytes:RandomBytes": none,
};
