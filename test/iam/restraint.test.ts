import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { sizeOf } from "@tagledger/core/policy/iam/document";
import { TYPES } from "@tagledger/core/policy/iam/types";
import { memberPolicies, reachPolicies } from "@tagledger/core/policy/own-iam";
import { describe, expect, test } from "vitest";
import { actionOf, changes, soleExample } from "./actions.ts";
import {
  ASKERS,
  type Asker,
  accountOf,
  allowedActions,
  FUNCTIONS,
  granted,
  statementsIn,
} from "./granted.ts";
import { type Ask, mayDo } from "./may-do.ts";
import { EVERYTHING, HOME, MEMBER, OBSERVED, REACH, REGION, STORES, STRANGER } from "./settings.ts";

const may = (asker: Asker, ask: Omit<Ask, "account">, config = EVERYTHING) =>
  mayDo(granted(asker, config), { account: accountOf(asker), ...ask });
const here = (service: string, resource: string, account: string = HOME, region: string = REGION) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

/** What nobody should ever be given. */
const ALL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const INSTANCE = here("ec2", "instance/i-0123456789abcdef0");
const QUEUE = here("sqs", "jobs");
const TAGS = { "aws:TagKeys": ["ml-team"], "aws:RequestTag/ml-team": "vision" };

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

test.each([
  ["on-due", REACH.roles.remediation],
  ["sweep", REACH.roles.reader],
] as const)("%s takes on the role of member accounts that is for it, and no other", async (asker, own) => {
  for (const role of Object.values(REACH.roles)) {
    const ask = { action: "sts:AssumeRole", resource: `arn:aws:iam::${MEMBER}:role/${role}` };
    expect(await may(asker, ask), role).toBe(role === own);
    expect(await may("on-resource-event", ask), role).toBe(false);
  }
});

describe("while all is observed,", () => {
  /** What is ours, and what says how we do. */
  const OWN = [
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "events:PutEvents",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sts:AssumeRole",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
  ];

  test.each(ASKERS)("%s may change nothing but what is our own", async (asker) => {
    const writes = [];
    for (const name of allowedActions(granted(asker, OBSERVED))) {
      const action = await actionOf(name);
      if (action === null || changes(action)) writes.push(name);
    }
    expect(writes.filter((name) => !OWN.includes(name))).toEqual([]);
  });

  test("what takes in events may not even look", () => {
    expect(reachPolicies("on-resource-event", OBSERVED, REACH)).toEqual([]);
    expect(reachPolicies("on-resource-event", EVERYTHING, REACH)).toEqual([]);
  });

  test("to be told is no reason to write", async () => {
    const told = configOf("enforcement: { default: { mode: notify } }");
    expect(allowedActions(granted("remediation", told))).not.toContain("ec2:CreateTags");
    expect(allowedActions(granted("remediation", told))).not.toContain("ec2:StopInstances");
    expect(allowedActions(granted("remediation", told))).toContain("ec2:DescribeInstanceAttribute");
  });
});

describe("what is due", () => {
  const stop = (ask: Partial<Ask>, config = EVERYTHING) =>
    may("on-due", { action: "ec2:StopInstances", resource: INSTANCE, ...ask }, config);
  const tag = (ask: Partial<Ask>) =>
    may("on-due", { action: "sqs:TagQueue", resource: QUEUE, context: TAGS, ...ask });

  test("may be done where somebody turned it on", async () => {
    expect(await stop({})).toBe(true);
    expect(await stop({ context: { "aws:ResourceTag/ml-environment": "dev" } })).toBe(true);
    expect(await tag({})).toBe(true);
  });

  test("is not done in another region", async () => {
    expect(
      await stop({ region: "us-west-2", resource: here("ec2", "instance/i-1", HOME, "us-west-2") }),
    ).toBe(false);
    expect(await tag({ region: "us-west-2", resource: here("sqs", "jobs", HOME, "us-west-2") })).toBe(false);
    expect(await may("on-due", { action: "ec2:DescribeInstances", region: "us-west-2" })).toBe(false);
    expect(await may("sweep", { action: "tag:GetResources", region: "us-west-2" })).toBe(false);
  });

  test.each([MEMBER, STRANGER])("is not done as ourselves in account %s", async (account) => {
    const resource = here("ec2", "instance/i-1", account);
    expect(
      await mayDo(granted("on-due", EVERYTHING), { action: "ec2:StopInstances", resource, account }),
    ).toBe(false);
    const bucket = { action: "s3:PutBucketTagging", resource: "arn:aws:s3:::theirs", account };
    expect(await mayDo(granted("on-due", EVERYTHING), bucket)).toBe(false);
    expect(await mayDo(granted("on-due", EVERYTHING), { ...bucket, account: HOME })).toBe(true);
  });

  test.each(["prod", "PROD", "Prod"])(
    "is not done to what carries %s, whoever else allows it",
    async (value) => {
      const context = { ...TAGS, "aws:ResourceTag/ml-environment": value };
      const documents = [...granted("on-due", EVERYTHING), ALL];
      for (const [action, resource] of [
        ["ec2:StopInstances", INSTANCE],
        ["sqs:TagQueue", QUEUE],
      ] as const) {
        expect(await mayDo(documents, { action, resource, account: HOME, context }), action).toBe(false);
      }
    },
  );

  test("is done to production where a rule that acts names it, and only there", async () => {
    const context = { "aws:ResourceTag/ml-environment": "prod" };
    const rule = (environment: string, mode: string) =>
      configOf(
        `enforcement: { rules: [{ match: { environment: ${environment} }, mode: ${mode}, allow: ["ec2:stop"] }] }`,
      );
    expect(await stop({ context }, rule("[dev, prod]", "quarantine"))).toBe(true);
    expect(await stop({ context }, rule("[dev, 'p*']", "quarantine"))).toBe(false);
    const named = configOf(
      `enforcement: { rules: [{ match: { environment: prod }, mode: notify }, { match: {}, mode: quarantine, allow: ["ec2:stop"] }] }`,
    );
    expect(await stop({ context }, named)).toBe(false);
  });

  test("hears the other words for production, by every key of the environment", async () => {
    const config = configOf(`
dimensions: { team: ml-team, environment: [ml-environment, env] }
tags: { ml-team: {}, ml-environment: { values: [dev, prod] }, env: { values: [dev, prod] } }
normalize: { aliases: { env: { live: prod } } }
enforcement: { default: { mode: quarantine } }`);
    const disable = (key: string, value: string) =>
      may(
        "on-due",
        {
          action: "ec2:DisableImage",
          resource: `arn:aws:ec2:${REGION}::image/ami-1`,
          context: { [`aws:ResourceTag/${key}`]: value },
        },
        config,
      );
    expect(await disable("env", "dev")).toBe(true);
    expect(await disable("env", "live")).toBe(false);
    expect(await disable("env", "prod")).toBe(false);
    expect(await disable("ml-environment", "prod")).toBe(false);
  });

  test.each([
    ["of the schema alone", ["ml-team", "ml-project"], true],
    ["of nobody's schema", ["Name"], false],
    ["of the schema and another", ["ml-team", "Name"], false],
    ["none", [], false],
    ["by which others' rights are decided", ["ABAC"], false],
  ])("may write keys %s: %j is %s", async (_, keys, is) => {
    expect(await tag({ context: keys.length === 0 ? {} : { "aws:TagKeys": keys } })).toBe(is);
  });

  test.each([
    [["ML_Team"], true],
    [["ml team", "MLProject"], true],
    [["Name"], false],
    [["ml-team", "Name"], false],
  ])("may take off other spellings of the keys of the schema: %j is %s", async (keys, is) => {
    const context = { "aws:TagKeys": keys };
    expect(await may("on-due", { action: "sqs:UntagQueue", resource: QUEUE, context })).toBe(is);
  });

  test("may empty our own security group, and no other", async () => {
    const resource = here("ec2", "security-group/sg-1");
    const config = configOf("enforcement: { default: { mode: quarantine } }");
    const revoke = (context: NonNullable<Ask["context"]> = {}) =>
      may("on-due", { action: "ec2:RevokeSecurityGroupEgress", resource, context }, config);
    expect(await revoke({ "aws:ResourceTag/tagledger:purpose": "quarantine" })).toBe(true);
    expect(await revoke()).toBe(false);
    expect(await revoke({ "aws:ResourceTag/tagledger:purpose": "other" })).toBe(false);
    const make = (context: NonNullable<Ask["context"]>) =>
      may("on-due", { action: "ec2:CreateSecurityGroup", resource, context }, config);
    expect(await make({ "aws:RequestTag/tagledger:purpose": "quarantine" })).toBe(true);
    expect(await make({})).toBe(false);
  });

  test.each(["UserData", "InstanceType", "DisableApiTermination"])(
    "may change which groups an instance is in, and not its %s",
    async (attribute) => {
      const ask = { action: "ec2:ModifyInstanceAttribute", resource: INSTANCE };
      expect(await may("on-due", ask)).toBe(true);
      expect(await may("on-due", { ...ask, context: { "ec2:Attribute": attribute } })).toBe(false);
    },
  );

  test("may give an instance back to a group of production, which it was taken out of", async () => {
    const context = { "aws:ResourceTag/ml-environment": "prod" };
    const ask = { action: "ec2:ModifyInstanceAttribute", context };
    expect(await may("on-due", { ...ask, resource: here("ec2", "security-group/sg-1") })).toBe(true);
    expect(await may("on-due", { ...ask, resource: INSTANCE })).toBe(false);
  });

  test("is told only from the address and to the topic of the configuration", async () => {
    const mail = (identity: string, from: string) =>
      may("on-due", {
        action: "ses:SendEmail",
        resource: here("ses", `identity/${identity}`),
        context: { "ses:FromAddress": from },
      });
    expect(await mail("example.com", "finops@mail.example.com")).toBe(true);
    expect(await mail("finops@mail.example.com", "finops@mail.example.com")).toBe(true);
    expect(await mail("example.com", "ceo@example.com")).toBe(false);
    expect(await mail("example.org", "finops@mail.example.com")).toBe(false);
    expect(await may("on-due", { action: "sns:Publish", resource: here("sns", "people") })).toBe(true);
    expect(await may("on-due", { action: "sns:Publish", resource: here("sns", "others") })).toBe(false);
    expect(await may("on-due", { action: "sns:Publish", resource: here("sns", "people") }, OBSERVED)).toBe(
      false,
    );
  });
});

test("what a rule may do is of the types that it can match, and of no other", () => {
  const config = configOf(
    `enforcement: { rules: [{ match: { type: "sagemaker:*" }, mode: [repair, quarantine], allow: ["sagemaker:stop-notebook"] }] }`,
  );
  const allowed = allowedActions(granted("remediation", config));
  expect(allowed.filter((name) => /:(Stop|Update|Modify|Suspend|Disable)/.test(name)).sort()).toEqual([
    "sagemaker:StopMonitoringSchedule",
    "sagemaker:StopNotebookInstance",
  ]);
  expect(allowed.filter((name) => /:(Add|Tag|Create)/.test(name)).sort()).toEqual([
    "sagemaker:AddTags",
    "tag:TagResources",
  ]);
});

test("a rule for an account turns on nothing in others", () => {
  const config = configOf(
    `enforcement: { rules: [{ match: { account: "${MEMBER}" }, mode: quarantine, allow: ["ec2:stop"] }] }`,
  );
  expect(allowedActions(granted("on-due", config))).not.toContain("ec2:StopInstances");
  expect(allowedActions(granted("remediation", config))).toContain("ec2:StopInstances");
});

describe("the boundary of a member account's roles", () => {
  const { boundary, remediation, reader } = memberPolicies(EVERYTHING, {
    ...REACH,
    home: HOME,
    account: MEMBER,
  });

  test("lets the roles do all that their policies allow", async () => {
    for (const documents of [remediation, reader]) {
      for (const name of allowedActions(documents)) {
        const action = await actionOf(name);
        const resource = action === null ? "*" : soleExample(action, MEMBER);
        expect(await mayDo([ALL], { action: name, resource, account: MEMBER, boundary }), name).toBe(true);
      }
    }
  });

  test("lets them do nothing final, tell no secret and change no right, whatever policy they are given", async () => {
    const never = [
      ["ec2:TerminateInstances", here("ec2", "instance/i-1", MEMBER)],
      ["sagemaker:StopTrainingJob", here("sagemaker", "training-job/a", MEMBER)],
      ["secretsmanager:GetSecretValue", here("secretsmanager", "secret:a-1", MEMBER)],
      ["ssm:GetParameter", here("ssm", "parameter/a", MEMBER)],
      ["iam:CreateRole", `arn:aws:iam::${MEMBER}:role/a`],
      ["sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/a`],
    ] as const;
    for (const [action, resource] of never) {
      expect(await mayDo([ALL], { action, resource, account: MEMBER, boundary }), action).toBe(false);
    }
  });

  test("ends at the regions that are looked at", async () => {
    const ask = { action: "ec2:DescribeInstances", account: MEMBER, boundary };
    expect(await mayDo([ALL], ask)).toBe(true);
    expect(await mayDo([ALL], { ...ask, region: "us-west-2" })).toBe(false);
  });

  test("fits", () => expect(sizeOf(boundary)).toBeLessThanOrEqual(6_144));
});

describe("with everything turned on for every type,", () => {
  test.each(ASKERS)("what %s may do fits into what a role takes", (asker) => {
    const documents =
      asker === "on-due" || asker === "sweep"
        ? reachPolicies(asker, EVERYTHING, REACH)
        : granted(asker, EVERYTHING);
    expect(documents.length).toBeLessThanOrEqual(8);
    for (const document of documents) expect(sizeOf(document)).toBeLessThanOrEqual(6_144);
  });

  test("the policies are of these sizes", () => {
    const sizes = (asker: Asker) => granted(asker, EVERYTHING).map(sizeOf);
    expect(Object.fromEntries(ASKERS.map((asker) => [asker, sizes(asker)]))).toMatchInlineSnapshot(`
      {
        "on-due": [
          1201,
          6128,
          6115,
          6140,
          6103,
          6134,
          448,
        ],
        "on-resource-event": [
          1271,
        ],
        "reader": [
          3927,
        ],
        "remediation": [
          6128,
          6115,
          6140,
          6103,
          5907,
        ],
        "sweep": [
          1050,
          4225,
        ],
      }
    `);
  });

  test("statements of a document have names of their own", () => {
    for (const asker of FUNCTIONS) {
      for (const { Statement } of granted(asker, EVERYTHING)) {
        const names = Statement.map(({ Sid }) => Sid);
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => !/^[A-Za-z0-9]+$/.test(name))).toEqual([]);
      }
    }
    expect(statementsIn(granted("on-due", EVERYTHING)).length).toBeGreaterThan(10);
  });
});
