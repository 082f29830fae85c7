import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { TYPES } from "@tagledger/core/policy/iam/types";
import { describe, expect, test } from "vitest";
import { here, may, TAGS } from "./asking.ts";
import { ASKERS, accountOf, allowedActions, granted } from "./granted.ts";
import { EVERYTHING, MEMBER, REACH, STORES, STRANGER } from "./settings.ts";

describe.each(ASKERS)("whatever is turned on, %s", (asker) => {
  const account = accountOf(asker);

  test.each([
    ["delete the ledger", "dynamodb:DeleteTable", STORES.table],
    ["change the settings of the ledger", "dynamodb:UpdateTable", STORES.table],
    ["let what is in the ledger expire", "dynamodb:UpdateTimeToLive", STORES.table],
    ["give up the ledger's backups", "dynamodb:UpdateContinuousBackups", STORES.table],
    ["tag the ledger", "dynamodb:TagResource", STORES.table],
    ["tag the queue", "sqs:TagQueue", STORES.queue],
    ["empty the queue", "sqs:PurgeQueue", STORES.queue],
    ["publish a configuration", "s3:PutObject", `${STORES.config.bucket}/${STORES.config.key}`],
    ["tag the bucket of the configuration", "s3:PutBucketTagging", STORES.config.bucket],
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
  ])("may not %s", async (_, action, resource) => {
    expect(await may(asker, { action, resource, context: TAGS })).toBe(false);
  });

  test("may do nothing that is final", async () => {
    const final = TYPES.flatMap((type) =>
      typeFacts(type).remedies.flatMap(({ class: kind, call }) => (kind === "final" ? [call] : [])),
    );
    expect(final.length).toBeGreaterThan(30);
    const documents = granted(asker, EVERYTHING);
    expect(final.filter((call) => allowedActions(documents).includes(call))).toEqual([]);
  });
});
