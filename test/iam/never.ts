import { here } from "./asking.ts";
import { MEMBER, REACH, STORES, STRANGER } from "./settings.ts";

/**
 * What nobody of ours may do, whatever is turned on: in words, the call, and the resource.
 *
 * @param account whose resources they are about
 * @param stores what the deployment made
 */
export function never(
  account: string,
  stores = STORES,
): readonly (readonly [what: string, action: string, resource: string])[] {
  return [
    ["delete the ledger", "dynamodb:DeleteTable", stores.table],
    ["change the settings of the ledger", "dynamodb:UpdateTable", stores.table],
    ["let what is in the ledger expire", "dynamodb:UpdateTimeToLive", stores.table],
    ["give up the ledger's backups", "dynamodb:UpdateContinuousBackups", stores.table],
    ["tag the ledger", "dynamodb:TagResource", stores.table],
    ["tag the queue", "sqs:TagQueue", stores.queue],
    ["empty the queue", "sqs:PurgeQueue", stores.queue],
    ["publish a configuration", "s3:PutObject", `${stores.config.bucket}/${stores.config.key}`],
    ["tag the bucket of the configuration", "s3:PutBucketTagging", stores.config.bucket],
    ["tag the bucket of the deployment's state", "s3:PutBucketTagging", "arn:aws:s3:::sst-state-kfbxmwrt"],
    ["tag the bucket of the deployment's files", "s3:PutBucketTagging", "arn:aws:s3:::sst-asset-kfbxmwrt"],
    [
      "tag the queue of what could not be forwarded",
      "sqs:TagQueue",
      here("sqs", "tagledger-production-undelivered", account),
    ],
    [
      "tag its alarm",
      "cloudwatch:TagResource",
      here("cloudwatch", "alarm:tagledger-production-undelivered", account),
    ],
    [
      "stop a function of ours",
      "lambda:PutFunctionConcurrency",
      here("lambda", "function:tagledger-x", account),
    ],
    ["terminate an instance", "ec2:TerminateInstances", here("ec2", "instance/i-1", account)],
    ["delete a volume", "ec2:DeleteVolume", here("ec2", "volume/vol-1", account)],
    ["start an instance", "ec2:RunInstances", here("ec2", "instance/i-1", account)],
    ["stop a training job", "sagemaker:StopTrainingJob", here("sagemaker", "training-job/a", account)],
    ["delete an endpoint", "sagemaker:DeleteEndpoint", here("sagemaker", "endpoint/a", account)],
    ["delete a bucket", "s3:DeleteBucket", "arn:aws:s3:::features"],
    ["read what is in a bucket", "s3:GetObject", "arn:aws:s3:::features/a"],
    ["read a table", "dynamodb:GetItem", here("dynamodb", "table/features", account)],
    ["read a secret", "secretsmanager:GetSecretValue", here("secretsmanager", "secret:a-1", account)],
    ["read a parameter", "ssm:GetParameter", here("ssm", "parameter/a", account)],
    ["read the code of a function", "lambda:GetFunction", here("lambda", "function:a", account)],
    ["invoke a function", "lambda:InvokeFunction", here("lambda", "function:a", account)],
    ["make a role", "iam:CreateRole", `arn:aws:iam::${account}:role/a`],
    ["tag a role", "iam:TagRole", `arn:aws:iam::${account}:role/a`],
    ["pass a role", "iam:PassRole", `arn:aws:iam::${account}:role/a`],
    ["attach a policy", "iam:AttachRolePolicy", `arn:aws:iam::${account}:role/a`],
    ["take on another role", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/admin`],
    [
      "take on its role elsewhere",
      "sts:AssumeRole",
      `arn:aws:iam::${STRANGER}:role/${REACH.roles.remediation}`,
    ],
    ["put events on the default bus", "events:PutEvents", here("events", "event-bus/default", account)],
    ["decrypt", "kms:Decrypt", here("kms", "key/a", account)],
  ];
}
