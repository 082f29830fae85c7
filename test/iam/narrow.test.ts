import { configOf } from "@tagledger/core/config/testing/config-of";
import { describe, expect, test } from "vitest";
import { here, INSTANCE, may, QUEUE, TAGS } from "./asking.ts";
import type { Ask } from "./may-do.ts";
import { OBSERVED } from "./settings.ts";

test("a group for quarantine may be tagged as it is made, and no other be tagged with it", async () => {
  const resource = here("ec2", "security-group/sg-1");
  const config = configOf("enforcement: { default: { mode: quarantine } }");
  const purpose = { "aws:RequestTag/tagledger:purpose": "quarantine", "aws:TagKeys": ["tagledger:purpose"] };
  const ask = { action: "ec2:CreateTags", resource };
  const made = { ...purpose, "ec2:CreateAction": "CreateSecurityGroup" };
  expect(await may("on-due", { ...ask, context: made }, config)).toBe(true);
  expect(await may("on-due", { ...ask, context: purpose }, config)).toBe(false);
  expect(await may("on-due", { ...ask, context: purpose })).toBe(false);
});

describe("what is due", () => {
  const tag = (ask: Partial<Ask>) =>
    may("on-due", { action: "sqs:TagQueue", resource: QUEUE, context: TAGS, ...ask });

  test.each([
    ["of the schema alone", ["ml-team", "ml-project"], true],
    ["of nobody's schema", ["Name"], false],
    ["of the schema and another", ["ml-team", "Name"], false],
    ["none", [], false],
    ["by which others' rights are decided", ["ABAC"], false],
  ])("may write keys %s: %j is %s", async (_, keys, is) => {
    expect(await tag({ context: keys.length === 0 ? {} : { "aws:TagKeys": keys } })).toBe(is);
  });

  test("may not take off what it does not name", async () => {
    const context = { "aws:TagKeys": [] as string[] };
    expect(await tag({ context })).toBe(false);
    expect(await may("on-due", { action: "ec2:DeleteTags", resource: INSTANCE, context })).toBe(false);
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
    // In the sandbox the identity of whom it goes to is asked for as well.
    expect(await mail("example.org", "finops@mail.example.com")).toBe(true);
    expect(await mail("example.org", "ceo@example.org")).toBe(false);
    expect(await may("on-due", { action: "sns:Publish", resource: here("sns", "people") })).toBe(true);
    expect(await may("on-due", { action: "sns:Publish", resource: here("sns", "others") })).toBe(false);
    expect(await may("on-due", { action: "sns:Publish", resource: here("sns", "people") }, OBSERVED)).toBe(
      false,
    );
  });
});
