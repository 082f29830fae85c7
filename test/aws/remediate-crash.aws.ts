import { DeleteSecurityGroupCommand, DescribeSecurityGroupsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { afterEach, describe, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import { makeVolume } from "./local/company/storage.ts";
import type { Company } from "./remediation/company.ts";
import { workUntil } from "./remediation/crash.ts";
import { seen } from "./remediation/instances.ts";
import { makeRig } from "./remediation/rig.ts";
import { allowing, byRole, EVERYTHING, HOUR, MINUTE } from "./remediation/rules.ts";

const rig = makeRig("remediate-crash");
const SET = "ec2:ModifyInstanceAttribute";
/** More than any part of the story takes. */
const MOST = 100;

/** The parts of the story of an instance, and what has passed before each. */
const PARTS = [
  ["is told of", 66 * MINUTE],
  ["is isolated", 4 * HOUR + MINUTE],
  ["is given back", 10 * MINUTE],
] as const;

describe.each(PARTS)("a process that ends as an instance %s", (crashing) => {
  afterEach(() => removeEmptyGroup());

  test("leaves all as it would have been, wherever it ends", async () => {
    let ended = 0;
    let isOver = false;
    for (let calls = 1; !isOver; calls++) {
      expect(calls).toBeLessThan(MOST);
      rig.gate.reset();
      rig.slack.reset();
      await removeEmptyGroup();
      isOver = !(await tell(crashing, calls));
      ended += isOver ? 0 : 1;
    }
    expect(ended).toBeGreaterThan(8);
  });
});

/** Tells the whole story; in one part of it the process ends instead of the n-th call. */
async function tell(crashing: string, calls: number): Promise<boolean> {
  const company = await rig.open(EVERYTHING);
  const made = await company.make(makeInstance, { name: `${crashing.replaceAll(" ", "-")}-${calls}` });
  let isCrashed = false;
  for (const [part, passed] of PARTS) {
    company.now += passed;
    if (part === "is given back") {
      expect((await seen(company.people(), made.id)).groups).not.toEqual(made.groups.toSorted());
      await company.tag(made, { "ml-team": "vision" });
    }
    if (part === crashing) isCrashed = await workUntil(rig.gate, company, calls);
    else await company.work();
  }
  await company.pass(HOUR);
  await expectEnd(company, made, `${crashing}, call ${calls}`);
  return isCrashed;
}

async function expectEnd(
  company: Company,
  made: { readonly arn: string; readonly id: string; readonly groups: readonly string[] },
  where: string,
): Promise<void> {
  const groups = made.groups.toSorted();
  expect(await company.record(made.arn), where).toMatchObject({
    state: "compliant",
    due: null,
    remediation: { stage: "released" },
  });
  expect((await seen(company.people(), made.id)).groups, where).toEqual(groups);
  expect(await company.facts(made.arn, "began"), where).toMatchObject([{ before: { groups } }]);
  expect(await company.facts(made.arn, "quarantined"), where).toHaveLength(1);
  expect(await company.facts(made.arn, "released"), where).toHaveLength(1);
  expect(rig.gate.calls(SET), where).toHaveLength(2);
  expect(rig.gate.calls("ec2:CreateSecurityGroup"), where).toHaveLength(1);
  const { deeds } = await company.ledger.deeds();
  expect(deeds.map(({ deed }) => deed).toSorted(), where).toEqual(["quarantine", "release"]);
  // Whoever ends between telling and noting it tells it again.
  for (const what of ["breaking the tag rules", "quarantined", "given back"]) {
    const times = rig.told().filter((said) => said.includes(what)).length;
    expect([1, 2], `${where}: ${what}`).toContain(times);
  }
}

describe("a process that ends as tags are put right", () => {
  test("leaves them right, wherever it ends", async () => {
    let isOver = false;
    for (let calls = 1; !isOver; calls++) {
      expect(calls).toBeLessThan(MOST);
      rig.gate.reset();
      const company = await rig.open(EVERYTHING);
      const facts = byRole("vision-researcher");
      const made = await company.make(makeVolume, {
        name: `volume-${calls}`,
        facts,
        tags: { owner: "ines" },
      });
      company.now += 66 * MINUTE;
      isOver = !(await workUntil(rig.gate, company, calls));
      const record = await company.record(made.arn);
      expect(record, `call ${calls}`).toMatchObject({ state: "compliant", due: null });
      expect(rig.gate.calls("ec2:CreateTags"), `call ${calls}`).toHaveLength(1);
    }
  });
});

/** So that the next one that is isolated needs another. */
async function removeEmptyGroup(): Promise<void> {
  const ec2 = (await rig.open(allowing())).people().of(EC2Client);
  const Filters = [{ Name: "group-name", Values: ["tagledger-quarantine"] }];
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  for (const { GroupId } of SecurityGroups) await ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
}
