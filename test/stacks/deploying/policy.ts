import { CALLS } from "./calls.ts";

/** A statement that allows something. */
export interface Allowed {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const BUCKET = [
  "s3:CreateBucket",
  "s3:DeleteObject",
  "s3:GetObject",
  "s3:ListBucket",
  "s3:PutBucketNotification",
  "s3:PutBucketPolicy",
  "s3:PutBucketVersioning",
  "s3:PutObject",
];

/** What SST needs for itself, as it documents: where it keeps its state, its bundles and what it encrypts them by. */
const OF_SST: readonly Allowed[] = [
  {
    Sid: "SstBuckets",
    Effect: "Allow",
    Action: BUCKET,
    Resource: [
      "arn:aws:s3:::sst-asset-*",
      "arn:aws:s3:::sst-asset-*/*",
      "arn:aws:s3:::sst-state-*",
      "arn:aws:s3:::sst-state-*/*",
    ],
  },
  {
    Sid: "SstRepository",
    Effect: "Allow",
    Action: ["ecr:CreateRepository", "ecr:DescribeRepositories"],
    Resource: ["arn:aws:ecr:REGION:ACCOUNT:repository/sst-asset"],
  },
  {
    Sid: "SstParameters",
    Effect: "Allow",
    Action: [
      "ssm:DeleteParameter",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "ssm:GetParametersByPath",
      "ssm:PutParameter",
    ],
    Resource: ["arn:aws:ssm:REGION:ACCOUNT:parameter/sst/*"],
  },
];

/** What AWS lets nobody narrow down to single resources, and what nothing of ours is reached by. */
const OF_ALL: readonly Allowed[] = [
  {
    Sid: "Lists",
    Effect: "Allow",
    Action: [
      "cloudwatch:DescribeAlarms",
      "lambda:CreateEventSourceMapping",
      "lambda:ListEventSourceMappings",
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutResourcePolicy",
      "logs:UpdateLogDelivery",
      "sns:GetSubscriptionAttributes",
      "sns:SetSubscriptionAttributes",
      "sns:Unsubscribe",
      "sts:GetCallerIdentity",
    ],
    Resource: ["*"],
  },
  {
    Sid: "PassRoles",
    Effect: "Allow",
    Action: ["iam:PassRole"],
    Resource: ["arn:aws:iam::ACCOUNT:role/tagledger-STAGE-*"],
    Condition: {
      StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com", "scheduler.amazonaws.com"] },
    },
  },
  {
    // API Gateway has AWS make its own role with the first API of an account.
    Sid: "GatewayRole",
    Effect: "Allow",
    Action: ["iam:CreateServiceLinkedRole"],
    Resource: ["arn:aws:iam::ACCOUNT:role/aws-service-role/ops.apigateway.amazonaws.com/*"],
  },
  {
    Sid: "TableKey",
    Effect: "Allow",
    Action: ["kms:CreateGrant", "kms:DescribeKey"],
    Resource: ["arn:aws:kms:REGION:ACCOUNT:key/*"],
    Condition: { StringEquals: { "kms:ViaService": ["dynamodb.REGION.amazonaws.com"] } },
  },
];

/** What whoever deploys may do: what is called for each type, put together for those that stand on the same resources. */
export function deployStatements(): readonly Allowed[] {
  const byPlace = new Map<string, Allowed>();
  for (const [type, { on, actions }] of Object.entries(CALLS)) {
    if (actions.length === 0) continue;
    const before = byPlace.get(on.join());
    const Action = [...new Set([...(before?.Action ?? []), ...actions])].sort();
    byPlace.set(on.join(), { Sid: before?.Sid ?? sidOf(type), Effect: "Allow", Action, Resource: on });
  }
  return [...OF_SST, ...byPlace.values(), ...OF_ALL];
}

/** The same as one document. */
export function deployPolicy() {
  return { Version: "2012-10-17", Statement: deployStatements() };
}

/** As `DynamodbTable`, of `aws:dynamodb/table:Table`. */
function sidOf(type: string): string {
  const [, service = "", name = ""] = /:(\w+)\/\w+:(\w+)$/.exec(type) ?? [];
  return `${service.charAt(0).toUpperCase()}${service.slice(1)}${name}`;
}
