import {
  AttachNetworkInterfaceCommand,
  CreateNetworkInterfaceCommand,
  DescribeSecurityGroupRulesCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { describe, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import type { Company } from "./remediation/company.ts";
import { instanceOf, seen } from "./remediation/instances.ts";
import { LEDGERS } from "./remediation/ledgers.ts";
import { makeRig } from "./remediation/rig.ts";
import { allowing, byRole, DAY, EVERYTHING, HOUR, MINUTE } from "./remediation/rules.ts";

/** What is changed of an instance that is isolated; its network may get a group for that as well. */
const ISOLATED = "ec2:ModifyInstanceAttribute";

/** With each instance its network interface is told of, which nobody tags either. */
const rig = makeRig("remediate-story");
let company: Company;

describe.each(LEDGERS)("an instance in a dev account, remembered in %s", (where, openLedger) => {
  test("gets the team of whose role made it, near to what its tag says, and keeps its other tags", async () => {
    company = await rig.open(EVERYTHING, { ledger: await openLedger() });
    const made = await company.make(makeInstance, {
      name: `near-${where}`,
      tags: { "ml-team": "visoin", owner: "ines" },
      facts: byRole("vision-researcher"),
    });
    await company.pass(50 * MINUTE);
    expect(rig.written()).toEqual([]);
    await company.pass(HOUR);
    expect(rig.written()).toEqual(["ec2:CreateTags"]);
    expect((await seen(company.people(), made.id)).tags).toEqual({ "ml-team": "vision", owner: "ines" });
    expect(await company.record(made.arn)).toMatchObject({
      state: "compliant",
      due: null,
      team: "vision",
      remediation: { stage: "repaired" },
    });
    expect(rig.told()).toEqual(["#vision: 2 resources repaired"]);
    await company.pass(DAY);
    expect(rig.written()).toEqual(["ec2:CreateTags"]);
  });

  test("of which nothing says whose it is, is told of, isolated after the deadline, and given back when it is tagged", async () => {
    company = await rig.open(EVERYTHING, { ledger: await openLedger() });
    const made = await company.make(makeInstance, { name: `lost-${where}`, tags: { owner: "mira" } });
    const before = await seen(company.people(), made.id);
    await company.pass(50 * MINUTE);
    expect([rig.written(), rig.told()]).toEqual([[], []]);
    await company.pass(4 * HOUR);
    expect([rig.written(), rig.told()]).toEqual([[], ["fallback: 2 resources breaking the tag rules"]]);
    expect(await company.record(made.arn)).toMatchObject({
      state: "violating",
      remediation: { stage: "notified" },
    });

    let noted: unknown;
    rig.gate.before("ec2:ModifyInstanceAttribute", async () => {
      noted = await company.facts(made.arn, "began");
    });
    await company.pass(HOUR);
    expect(noted).toMatchObject([{ remedy: "ec2:isolate", before: { groups: made.groups.toSorted() } }]);
    const [{ ours }] = noted as [{ ours: { groups: string[] } }];
    expect(await seen(company.people(), made.id)).toEqual({ ...before, groups: ours.groups });
    expect(await rulesOf(ours.groups)).toEqual([]);
    expect(await company.record(made.arn)).toMatchObject({
      state: "violating",
      remediation: { stage: "quarantined", remedy: "ec2:isolate" },
    });

    await company.tag(made, { "ml-team": "ranking" });
    await company.pass(HOUR);
    expect(await seen(company.people(), made.id)).toEqual({
      ...before,
      tags: { owner: "mira", "ml-team": "ranking" },
    });
    expect(rig.written().filter((action) => action === ISOLATED)).toHaveLength(2);
    expect(rig.told()).toEqual([
      "fallback: 2 resources breaking the tag rules",
      "fallback: 1 resource quarantined",
      "#ranking: 1 resource given back",
    ]);
    expect(await company.record(made.arn)).toMatchObject({
      state: "compliant",
      due: null,
      remediation: { stage: "released" },
    });
    const calls = rig.gate.calls().length;
    await company.pass(DAY);
    expect(rig.gate.calls()).toHaveLength(calls);
  });
});

describe("an instance with two network interfaces, which cannot be isolated", () => {
  async function makeWide(name: string) {
    const made = await company.make(makeInstance, { name });
    const ec2 = company.people().of(EC2Client);
    const { SubnetId } = await instanceOf(company.people(), made.id);
    const { NetworkInterface } = await ec2.send(new CreateNetworkInterfaceCommand({ SubnetId }));
    await ec2.send(
      new AttachNetworkInterfaceCommand({
        InstanceId: made.id,
        NetworkInterfaceId: NetworkInterface?.NetworkInterfaceId,
        DeviceIndex: 1,
      }),
    );
    return made;
  }

  test("is stopped where a rule allows that, and started when it is tagged", async () => {
    company = await rig.open(allowing("ec2:stop"));
    const made = await makeWide("wide");
    await company.pass(7 * HOUR);
    expect(rig.written()).toEqual(["ec2:StopInstances"]);
    expect((await seen(company.people(), made.id)).state).toBe("stopped");
    expect(await company.facts(made.arn, "began")).toMatchObject([
      { remedy: "ec2:stop", before: { running: true }, ours: { running: false } },
    ]);
    await company.tag(made, { "ml-team": "vision" });
    await company.pass(HOUR);
    expect(rig.written()).toEqual(["ec2:StopInstances", "ec2:StartInstances"]);
    expect((await seen(company.people(), made.id)).state).toBe("running");
    expect(rig.told()).toEqual([
      "fallback: 2 resources breaking the tag rules",
      "fallback: 1 resource quarantined",
      "#vision: 1 resource given back",
    ]);
  });

  test("is left running where no rule allows to stop it, and a person is asked", async () => {
    company = await rig.open(EVERYTHING);
    const made = await makeWide("wider");
    await company.pass(DAY);
    expect(rig.written()).toEqual([]);
    expect((await seen(company.people(), made.id)).state).toBe("running");
    expect(rig.told()).toEqual([
      "fallback: 2 resources breaking the tag rules",
      "fallback: 1 resource waiting for a decision",
    ]);
  });
});

async function rulesOf(groups: readonly string[]) {
  const asked = new DescribeSecurityGroupRulesCommand({
    Filters: [{ Name: "group-id", Values: [...groups] }],
  });
  return (await company.people().of(EC2Client).send(asked)).SecurityGroupRules ?? [];
}
