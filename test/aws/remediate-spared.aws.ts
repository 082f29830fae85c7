import { describe, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import { makeScalingGroup } from "./local/company/scaling-group.ts";
import { makeBucket, makeVolume } from "./local/company/storage.ts";
import { seen } from "./remediation/instances.ts";
import { makeRig } from "./remediation/rig.ts";
import { allowing, byRole, DAY, HOUR, UNKNOWN } from "./remediation/rules.ts";

const rig = makeRig("remediate-spared");
/** All that could be done to an instance, and more. */
const ALL = allowing("ec2:stop");

describe("an instance that nobody tagged", () => {
  test.each([
    ["in production, by its own tag", { "ml-environment": "prod" }, undefined],
    ["in production, in a spelling of its own", { "ML-Environment": "PROD" }, undefined],
    ["in an account of which nobody knows what it is", {}, UNKNOWN.account],
  ])("%s, is told of once, and nothing is written", async (how, tags, account) => {
    const company = await rig.open(ALL);
    const wished = { name: how.replaceAll(/\W/g, "-"), tags, ...(account !== undefined && { account }) };
    const made = await company.make(makeInstance, wished);
    const before = await seen(company.people(account), made.id);
    await company.pass(2 * DAY);
    expect(await seen(company.people(account), made.id)).toEqual(before);
    expect(rig.written()).toEqual([]);
    expect(rig.told()).toEqual(["fallback: 2 resources breaking the tag rules"]);
    const [notice] = await company.facts(made.arn, "notified");
    expect(notice).toMatchObject({ deadline: null, about: ["violating"] });
  });

  test("is not repaired in production either, however sure its team is", async () => {
    const company = await rig.open(ALL);
    const facts = byRole("vision-researcher");
    const tags = { "ml-environment": "prod" };
    const made = await company.make(makeInstance, { name: "sure", tags, facts });
    await company.pass(DAY);
    expect(rig.written()).toEqual([]);
    expect((await seen(company.people(), made.id)).tags).toEqual(tags);
    expect(await company.record(made.arn)).toMatchObject({ state: "repairable" });
  });
});

describe("members of an Auto Scaling group", () => {
  test("are never touched, and the notice carries the change of their launch template", async () => {
    const company = await rig.open(ALL);
    const group = await company.make(makeScalingGroup, {
      name: "workers",
      facts: byRole("vision-researcher"),
      tags: { "ml-team": "vision" },
    });
    const [one, other] = group.members;
    if (one === undefined || other === undefined) throw new Error("the group has no members");
    const bare = { "aws:autoscaling:groupName": "workers" };
    for (const { record } of group.members) await company.hear(record);
    await untag(company, [one.id, other.id]);
    const before = await seen(company.people(), one.id);
    expect(before.tags).toEqual(bare);
    await company.pass(2 * DAY);
    expect(rig.written()).toEqual([]);
    expect(await seen(company.people(), one.id)).toEqual(before);
    const posts = rig.slack.posts().map(({ text }) => text);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain("aws ec2 create-launch-template-version");
    expect(posts[0]).toContain(`workers`);
  });
});
