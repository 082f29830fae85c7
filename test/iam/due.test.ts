import { configOf } from "@tagledger/core/config/testing/config-of";
import { memberPolicies, reachPolicies } from "@tagledger/core/policy/own-iam";
import { describe, expect, test } from "vitest";
import { ALL, here, INSTANCE, may, QUEUE, TAGS } from "./asking.ts";
import { allowedActions, granted } from "./granted.ts";
import { type Ask, mayDo } from "./may-do.ts";
import { EVERYTHING, HOME, MEMBER, REACH, REGION, STRANGER } from "./settings.ts";

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

  test("is taken back from no function of production either", async () => {
    const ask = { action: "lambda:DeleteFunctionConcurrency", resource: here("lambda", "function:scorer") };
    expect(await may("on-due", ask)).toBe(true);
    const context = { "aws:ResourceTag/ml-environment": "prod" };
    expect(await may("on-due", { ...ask, context })).toBe(false);
  });

  test("gives back what became production meanwhile, where giving back has a call of its own", async () => {
    const context = { "aws:ResourceTag/ml-environment": "prod" };
    expect(await may("on-due", { action: "ec2:StartInstances", resource: INSTANCE, context })).toBe(true);
    expect(await may("on-due", { action: "ec2:StopInstances", resource: INSTANCE, context })).toBe(false);
  });

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

  test("is not done to production where the rule that names it is of another account, or only repairs", async () => {
    const context = { "aws:ResourceTag/ml-environment": "prod" };
    const named = (match: string, mode: string) =>
      configOf(`
enforcement:
  rules:
    - { match: { environment: prod${match} }, mode: ${mode} }
    - { match: {}, mode: quarantine, allow: ["ec2:stop"] }
`);
    expect(await stop({ context }, named("", "quarantine"))).toBe(true);
    expect(await stop({ context }, named("", "repair"))).toBe(false);
    expect(await stop({ context }, named(', account: "333344445555"', "quarantine"))).toBe(false);
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

test("where there are no other accounts, no role of theirs may do anything", () => {
  const places = [{ account: HOME, region: REGION }];
  const { reader, remediation } = memberPolicies(EVERYTHING, {
    ...REACH,
    places,
    home: HOME,
    account: MEMBER,
  });
  expect([reader, remediation]).toEqual([[], []]);
  expect(reachPolicies("on-due", EVERYTHING, { ...REACH, places: REACH.places.slice(1) }).length).toBe(1);
});

test("a rule for an account turns on nothing in others", () => {
  const config = configOf(
    `enforcement: { rules: [{ match: { account: "${MEMBER}" }, mode: quarantine, allow: ["ec2:stop"] }] }`,
  );
  expect(allowedActions(granted("on-due", config))).not.toContain("ec2:StopInstances");
  expect(allowedActions(granted("remediation", config))).toContain("ec2:StopInstances");
});
