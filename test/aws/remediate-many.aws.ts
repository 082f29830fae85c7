import { describe, expect, test } from "vitest";
import { allSeen, fleetOf } from "./remediation/fleet.ts";
import { makeRig } from "./remediation/rig.ts";
import { byRole, DAY, EVERYTHING, HOUR, LAB } from "./remediation/rules.ts";

const rig = makeRig("remediate-many");
const SIXTY = fleetOf(60);

describe("sixty instances that one call launched", () => {
  test("get their team by two calls at most", async () => {
    const company = await rig.open(EVERYTHING);
    const { instances } = await company.make(SIXTY, { name: "many", facts: byRole("vision-trainer") });
    await company.pass(2 * HOUR);
    expect(rig.written().every((action) => action === "ec2:CreateTags")).toBe(true);
    expect(rig.written().length).toBeLessThanOrEqual(2);
    const all = await allSeen(company.people());
    for (const { id } of instances) expect(all.get(id)?.tags).toEqual({ "ml-team": "vision" });
    expect(rig.told().every((said) => said.startsWith("#vision: "))).toBe(true);
    expect(await company.ledger.count({ verdict: "compliant" })).toMatchObject({ total: 120 });
  });

  test("are isolated so many in an hour, and the others in the hours that follow", async () => {
    const breaker = "  breaker: { perAccountPerHour: 25, perOrganizationPerHour: 100 }";
    const company = await rig.open(`${EVERYTHING}\n${breaker}`);
    const wished = { name: "bare", account: LAB.account };
    const { instances } = await company.make(SIXTY, wished);
    const normal = (await allSeen(company.people(LAB.account))).get(instances[0]?.id ?? "")?.groups;
    const isolated = async () => {
      const all = await allSeen(company.people(LAB.account));
      return instances.filter(({ id }) => all.get(id)?.groups.join() !== normal?.join()).length;
    };
    await company.pass(5 * HOUR + HOUR / 3);
    expect(await isolated()).toBe(25);
    await company.pass(HOUR / 2);
    expect(await isolated()).toBe(25);
    await company.pass(HOUR);
    expect(await isolated()).toBe(50);
    await company.pass(HOUR);
    expect(await isolated()).toBe(60);
    expect(rig.gate.calls("ec2:ModifyInstanceAttribute")).toHaveLength(60);
    expect(rig.gate.calls("ec2:CreateSecurityGroup").filter(({ error }) => error === null)).toHaveLength(1);
    await company.pass(DAY / 2);
    expect(rig.gate.calls("ec2:ModifyInstanceAttribute")).toHaveLength(60);
  });
});
