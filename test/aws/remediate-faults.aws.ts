import { EC2Client, ModifyInstanceAttributeCommand, TerminateInstancesCommand } from "@aws-sdk/client-ec2";
import { beforeEach, describe, expect, test } from "vitest";
import { type MadeInstance, makeInstance } from "./local/company/instance.ts";
import type { Company } from "./remediation/company.ts";
import { seen } from "./remediation/instances.ts";
import { makeRig } from "./remediation/rig.ts";
import { allowing, byRole, DAY, EVERYTHING, HOUR } from "./remediation/rules.ts";

const rig = makeRig("remediate-faults");
/** Sets the groups of an instance. */
const SET = "ec2:ModifyInstanceAttribute";
const TAG = "ec2:CreateTags";

let company: Company;
let count = 0;

beforeEach(async () => {
  company = await rig.open(EVERYTHING);
});

/** An instance whose deadline is about to end. */
async function announced(): Promise<MadeInstance> {
  const made = await company.make(makeInstance, { name: `lab-${count++}` });
  await company.pass(5 * HOUR);
  expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "notified" } });
  return made;
}

async function quarantined(): Promise<MadeInstance> {
  const made = await announced();
  await company.pass(HOUR);
  expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
  rig.gate.reset();
  return made;
}

/** How calls of an action ended: with an error, or null. */
function ends(action: string): readonly (string | null)[] {
  return rig.gate.calls(action).map(({ error }) => error);
}

describe("what fails before a quarantine is noted, and done when it fails no more", () => {
  test.each([
    ["the look at its tags is throttled", "ec2:DescribeInstances", "throttled", 2, "inspect"],
    [
      "the look at its group is throttled",
      "autoscaling:DescribeAutoScalingInstances",
      "throttled",
      2,
      "inspect",
    ],
    ["the look at its group fails", "autoscaling:DescribeAutoScalingInstances", "serverError", 2, "inspect"],
    ["the look for the empty group is throttled", "ec2:DescribeSecurityGroups", "throttled", 2, "quarantine"],
    ["the look for the empty group is denied", "ec2:DescribeSecurityGroups", "denied", 1, "quarantine"],
    ["the call is throttled", SET, "throttled", 2, "quarantine"],
    ["the call is denied", SET, "denied", 1, "quarantine"],
    ["the call fails", SET, "serverError", 2, "quarantine"],
    ["the instance is not ready", SET, "notReady", 1, "quarantine"],
    ["nobody hears the call", SET, "dropBefore", 2, "quarantine"],
  ] as const)("%s", async (_, action, answer, times, attempt) => {
    const made = await announced();
    rig.gate.fault({ action, answer, times });
    await company.pass(HOUR);
    expect(rig.gate.unused()).toEqual([]);
    expect(await company.facts(made.arn, "refused")).toMatchObject([{ attempt, why: expect.any(String) }]);
    expect(ends(SET).filter((error) => error === null)).toHaveLength(1);
    const [began, ...others] = await company.facts(made.arn, "began");
    expect([began?.before, others]).toEqual([{ groups: made.groups.toSorted() }, []]);
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
    await company.tag(made, { "ml-team": "vision" });
    await company.pass(HOUR);
    expect((await seen(company.people(), made.id)).groups).toEqual(made.groups.toSorted());
    expect(rig.told()).toEqual([
      "fallback: 2 resources breaking the tag rules",
      "fallback: 1 resource quarantined",
      "#vision: 1 resource given back",
    ]);
  });

  test("its effect happened though nobody heard: it is found done, and nothing else is", async () => {
    const made = await announced();
    rig.gate.fault({ action: SET, answer: "dropAfter", times: 2 });
    await company.pass(HOUR);
    // The client asks twice by itself.
    expect(ends(SET)).toEqual([null, null]);
    expect(await company.facts(made.arn, "refused")).toMatchObject([
      { attempt: "quarantine", why: "failed" },
    ]);
    expect(await company.facts(made.arn, "began")).toMatchObject([
      { before: { groups: made.groups.toSorted() } },
    ]);
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
    await company.tag(made, { "ml-team": "vision" });
    await company.pass(HOUR);
    expect((await seen(company.people(), made.id)).groups).toEqual(made.groups.toSorted());
  });

  test("it cannot be done to this one: the next best is done, without another notice", async () => {
    company = await rig.open(allowing("ec2:stop"));
    const made = await announced();
    const answer = { code: "UnsupportedOperation", status: 400 };
    rig.gate.fault({ action: "ec2:StopInstances", answer });
    await company.pass(HOUR);
    expect([ends("ec2:StopInstances"), ends(SET)]).toEqual([["UnsupportedOperation"], [null]]);
    expect((await seen(company.people(), made.id)).state).toBe("running");
    expect(rig.told()).toEqual([
      "fallback: 2 resources breaking the tag rules",
      "fallback: 1 resource quarantined",
    ]);
  });

  test("it cannot be done to this one, and nothing else is allowed: a person is asked", async () => {
    const made = await announced();
    rig.gate.fault({ action: SET, answer: { code: "UnsupportedOperation", status: 400 } });
    await company.pass(3 * DAY);
    expect(ends(SET)).toEqual(["UnsupportedOperation"]);
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "notified" } });
    expect(rig.told()).toEqual([
      "fallback: 2 resources breaking the tag rules",
      "fallback: 1 resource waiting for a decision",
    ]);
  });

  test("nobody may ask whether it is in a group: nothing is done to it until somebody may", async () => {
    const made = await announced();
    rig.gate.fault({ action: "autoscaling:DescribeAutoScalingInstances", answer: "denied", times: 100 });
    await company.pass(DAY / 2);
    expect(rig.written()).toEqual([]);
    rig.gate.reset();
    await company.pass(DAY);
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
  });

  test("it is gone between the look and the call: it is not there any more, and nobody is told of more", async () => {
    const made = await announced();
    const terminate = new TerminateInstancesCommand({ InstanceIds: [made.id] });
    rig.gate.before(SET, () => company.people().of(EC2Client).send(terminate));
    rig.gate.fault({ action: SET, answer: "notFound" });
    await company.pass(2 * DAY);
    expect(ends(SET)).toEqual(["InvalidInstanceID.NotFound"]);
    expect(await company.facts(made.arn, "refused")).toContainEqual(expect.objectContaining({ why: "gone" }));
    expect(await company.record(made.arn)).toMatchObject({ state: "gone", due: null });
    expect(rig.told()).toEqual(["fallback: 2 resources breaking the tag rules"]);
  });
});

describe("what fails as tags are written is noted, and they are written when it fails no more", () => {
  test.each([
    ["it is throttled", "throttled", 2],
    ["it is denied", "denied", 2],
    ["it fails", "serverError", 2],
    ["somebody else tags the same at this moment", "conflict", 2],
    ["it is done though nobody heard", "dropAfter", 2],
  ] as const)("%s", async (_, answer, times) => {
    const facts = byRole("vision-researcher");
    const made = await company.make(makeInstance, { name: `lab-${count++}`, facts, tags: { owner: "ines" } });
    rig.gate.fault({ action: TAG, answer, times });
    await company.pass(2 * HOUR);
    expect(rig.gate.unused()).toEqual([]);
    expect((await company.facts(made.arn, "refused")).map(({ attempt }) => attempt)).toEqual(["tag"]);
    expect((await seen(company.people(), made.id)).tags).toEqual({ owner: "ines", "ml-team": "vision" });
    expect(await company.record(made.arn)).toMatchObject({ state: "compliant", due: null });
    if (answer === "dropAfter") expect(ends(TAG)).toEqual([null, null]);
    expect(rig.told().every((said) => said.startsWith("#vision: "))).toBe(true);
  });
});

describe("giving back", () => {
  test.each([
    ["throttled", 2],
    ["denied", 1],
    ["dropAfter", 2],
  ] as const)("that is %s is done when it is not", async (answer, times) => {
    const made = await quarantined();
    rig.gate.fault({ action: SET, answer, times });
    await company.tag(made, { "ml-team": "vision" });
    await company.pass(HOUR);
    expect((await seen(company.people(), made.id)).groups).toEqual(made.groups.toSorted());
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "released" }, due: null });
    expect(ends(SET)).toHaveLength(answer === "dropAfter" ? 2 : times + 1);
  });

  test("leaves what somebody else set meanwhile as it is, and tells of it", async () => {
    const made = await quarantined();
    const [own = ""] = made.groups;
    const theirs = new ModifyInstanceAttributeCommand({ InstanceId: made.id, Groups: [own] });
    await company.people().of(EC2Client).send(theirs);
    await company.tag(made, { "ml-team": "vision" });
    await company.pass(HOUR);
    expect(rig.written()).toEqual([]);
    expect((await seen(company.people(), made.id)).groups).toEqual([own]);
    expect(await company.facts(made.arn, "released")).toMatchObject([
      { restored: {}, conflicts: [{ field: "groups", found: [own] }] },
    ]);
    expect(rig.told().at(-1)).toBe("#vision: 1 resource not given back wholly");
  });

  test("is not needed where somebody undid the quarantine, who is left alone for a day", async () => {
    const made = await quarantined();
    const theirs = new ModifyInstanceAttributeCommand({ InstanceId: made.id, Groups: [...made.groups] });
    await company.people().of(EC2Client).send(theirs);
    await company.pass(DAY + HOUR);
    expect(rig.written()).toEqual([]);
    expect(await company.facts(made.arn, "slipped")).toMatchObject([{ bySelf: false }]);
    expect((await seen(company.people(), made.id)).groups).toEqual(made.groups.toSorted());
  });
});
