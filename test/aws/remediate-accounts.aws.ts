import { STSClient } from "@aws-sdk/client-sts";
import { clientsInAccounts } from "@tagledger/adapters/aws/accounts";
import { describe, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import { clientsThrough } from "./local/gate/clients.ts";
import { seen } from "./remediation/instances.ts";
import { makeRig } from "./remediation/rig.ts";
import { byRole, DAY, DEV, EVERYTHING, HOUR, LAB } from "./remediation/rules.ts";

const rig = makeRig("remediate-accounts");
const { region } = DEV;
const TAGGED = "ec2:CreateTags";

/** As a deployment reaches accounts: by a role in each, from a home of its own. */
function byRoles() {
  const { endpoint } = rig.gate;
  const credentials = { accessKeyId: "home", secretAccessKey: "home" };
  const sts = async () => new STSClient({ endpoint, region, credentials });
  return clientsInAccounts({ home: "111122223333", role: "tagledger-remediation", sts, endpoint });
}

describe("instances in two accounts", () => {
  test("are put right and isolated each by the role in its own account", async () => {
    const company = await rig.open(EVERYTHING, { clientsFor: byRoles() });
    const places = [DEV, LAB].map(({ account }) => account);
    for (const account of places) {
      const facts = byRole("vision-researcher", account);
      await company.make(makeInstance, { name: "team", account, facts });
    }
    await company.pass(2 * HOUR);
    const tagged = rig.gate.calls(TAGGED).map(({ account }) => account);
    expect(tagged.toSorted()).toEqual(places);

    const bare = [];
    for (const account of places) bare.push(await company.make(makeInstance, { name: "bare", account }));
    await company.pass(7 * HOUR);
    const isolated = rig.gate.calls("ec2:ModifyInstanceAttribute");
    expect(isolated.map(({ account }) => account).toSorted()).toEqual(places);
    for (const [place, { id, groups }] of bare.entries()) {
      const account = places[place];
      expect(isolated.find((call) => call.account === account)?.request).toContain(id);
      expect((await seen(company.people(account), id)).groups).not.toEqual(groups.toSorted());
    }
    // Credentials are asked for once.
    expect(rig.gate.calls("sts:AssumeRole")).toHaveLength(2);
  });

  test("of which one lets nobody in: that one waits, and is put right when it does", async () => {
    const company = await rig.open(EVERYTHING, { clientsFor: byRoles() });
    rig.gate.fault({ action: "sts:AssumeRole", answer: "denied", about: LAB.account, times: 1_000 });
    const [here, there] = [DEV, LAB].map(({ account }) => ({
      account,
      facts: byRole("vision-reader", account),
    }));
    const reached = await company.make(makeInstance, { name: "reached", ...here });
    const closed = await company.make(makeInstance, { name: "closed", ...there });
    await company.pass(DAY);
    expect(rig.writes().map(({ action, account }) => [action, account])).toEqual([[TAGGED, DEV.account]]);
    expect(await company.record(reached.arn)).toMatchObject({ state: "compliant" });
    const waiting = await company.record(closed.arn);
    expect(waiting).toMatchObject({ state: "undecided" });
    expect(waiting?.due).toBeGreaterThan(company.now - 6 * HOUR);
    expect(await company.facts(closed.arn, "missed")).toContainEqual(
      expect.objectContaining({ miss: "denied" }),
    );
    const asked = rig.gate.calls("sts:AssumeRole").filter(({ error }) => error !== null);
    expect(asked.length).toBeLessThan(30);

    rig.gate.reset();
    await company.pass(7 * HOUR);
    expect(rig.writes().map(({ action, account }) => [action, account])).toEqual([[TAGGED, LAB.account]]);
    expect((await seen(company.people(LAB.account), closed.id)).tags).toEqual({ "ml-team": "vision" });
    expect(await company.record(closed.arn)).toMatchObject({ state: "compliant" });
  });

  test("of which one is closed after it was judged: what is denied is tried again, and nothing is lost", async () => {
    const company = await rig.open(EVERYTHING);
    const made = await company.make(makeInstance, { name: "later", account: LAB.account });
    await company.pass(3 * HOUR);
    expect(await company.record(made.arn)).toMatchObject({ state: "violating" });
    const denied = { answer: "denied", account: LAB.account, times: 1_000 } as const;
    rig.gate.fault({ action: "ec2:DescribeInstances", ...denied });
    await company.pass(5 * HOUR);
    expect(rig.writes()).toEqual([]);
    expect(await company.record(made.arn)).toMatchObject({
      state: "violating",
      remediation: { stage: "notified" },
    });
    expect((await company.facts(made.arn, "refused")).at(-1)).toMatchObject({
      attempt: "inspect",
      why: "denied",
    });
    rig.gate.reset();
    await company.pass(7 * HOUR);
    expect(rig.gate.calls("ec2:ModifyInstanceAttribute")).toHaveLength(1);
    expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
  });

  test("of which there is no way into one at all: nothing is asked there, and the other goes on", async () => {
    const clientsFor: ReturnType<typeof byRoles> = (account) =>
      account === LAB.account ? null : clientsThrough(rig.gate, { account, region });
    const company = await rig.open(EVERYTHING, { clientsFor });
    const facts = byRole("vision-reader");
    const reached = await company.make(makeInstance, { name: "open", facts });
    const closed = await company.make(makeInstance, { name: "shut", account: LAB.account, facts });
    await company.pass(DAY);
    expect(new Set(rig.gate.calls().map(({ account }) => account))).toEqual(new Set([DEV.account]));
    expect(await company.record(reached.arn)).toMatchObject({ state: "compliant" });
    expect(await company.record(closed.arn)).toMatchObject({ state: "undecided" });
  });
});
