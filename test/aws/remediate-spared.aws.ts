import { sweep } from "@tagledger/core/flows/sweep";
import { describe, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import { makeScalingGroup } from "./local/company/scaling-group.ts";
import { seen } from "./remediation/instances.ts";
import { makeRig } from "./remediation/rig.ts";
import { allowing, byRole, DAY, HOUR, UNKNOWN } from "./remediation/rules.ts";
import type { Post } from "./remediation/slack.ts";

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
    // Its interface says nothing of production, and is in an account of dev.
    expect(rig.writes().filter(({ request }) => request.includes(made.id))).toEqual([]);
    expect((await seen(company.people(), made.id)).tags).toEqual(tags);
    expect(await company.record(made.arn)).toMatchObject({ state: "repairable" });
  });
});

describe("members of an Auto Scaling group", () => {
  test.each([
    ["without tags", {}, "violating"],
    ["whose tags only need another spelling", { "ML-Team": "vision" }, "repairable"],
  ])(
    "%s, are never touched; the notice carries the change of their launch template",
    async (_, tags, state) => {
      const company = await rig.open(ALL);
      const name = `workers-${state}`;
      const { members } = await makeScalingGroup(company.people(), { name, tags, at: company.now });
      for (const { record } of members) await company.hear(record);
      const before = await Promise.all(members.map(({ id }) => seen(company.people(), id)));
      expect(before).toMatchObject(members.map(() => ({ state: "running", tags })));
      await company.pass(2 * DAY);
      expect(rig.written()).toEqual([]);
      expect(await Promise.all(members.map(({ id }) => seen(company.people(), id)))).toEqual(before);
      for (const { arn } of members) expect(await company.record(arn)).toMatchObject({ state });
      const isOfMembers = ({ text }: Post) => members.some(({ arn }) => text.includes(arn));
      const posts = rig.slack.posts().filter(isOfMembers);
      expect(posts).toHaveLength(1);
      for (const { arn } of members) expect(posts[0]?.text).toContain(arn);
      expect(posts[0]?.text).toContain("aws ec2 create-launch-template-version");
      expect(posts[0]?.text).toContain(`ResourceId=${name},ResourceType=auto-scaling-group`);
    },
  );
});

test("the volumes of an instance, of which no event tells, are found by a sweep and at most told of", async () => {
  const company = await rig.open(ALL);
  const facts = byRole("vision-researcher");
  const made = await company.make(makeInstance, { name: "roots", facts });
  const volumes = made.volumes.map((id) => made.arn.replace(/instance\/.*/, `volume/${id}`));
  expect(volumes).not.toEqual([]);
  await company.pass(2 * HOUR);
  for (const arn of volumes) expect(await company.record(arn)).toBeUndefined();
  await rig.gate.as("sweep", async () => sweep(company.ports, await company.rules(), { now: company.now }));
  await company.pass(2 * DAY);
  for (const [place, arn] of volumes.entries()) {
    expect(await company.record(arn)).toMatchObject({ foundBy: "sweep", state: "violating" });
    expect(rig.writes().filter(({ request }) => request.includes(made.volumes[place] ?? arn))).toEqual([]);
  }
});
