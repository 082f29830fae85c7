import { EC2Client, StopInstancesCommand, TerminateInstancesCommand } from "@aws-sdk/client-ec2";
import { DescribeServicesCommand, ECSClient, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { DescribeDBInstancesCommand, RDSClient, StartDBInstanceCommand } from "@aws-sdk/client-rds";
import { askRelease } from "@tagledger/core/flows/ask-release";
import { work } from "@tagledger/core/flows/work";
import { describe, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import { makeService } from "./local/company/serving.ts";
import { makeDatabase } from "./local/company/storage.ts";
import { seen } from "./remediation/instances.ts";
import { LEDGERS } from "./remediation/ledgers.ts";
import { makeRig } from "./remediation/rig.ts";
import { allowing, DAY, EVERYTHING, HOUR, MINUTE } from "./remediation/rules.ts";
import { tagBy } from "./remediation/tag-by.ts";

const rig = makeRig("remediate-others");
const SET = "ec2:ModifyInstanceAttribute";

describe("several workers at the same time", () => {
  test.each(LEDGERS)(
    "do everything once, and tell it once, by what they share in %s",
    async (where, openLedger) => {
      const company = await rig.open(EVERYTHING, { ledger: await openLedger() });
      const made = await company.make(makeInstance, { name: `shared-${where}` });
      await company.hear(made.record);
      const crowd = async () => {
        const rules = await company.rules();
        await Promise.all(Array.from({ length: 4 }, () => work(company.ports, rules)));
      };
      for (const passed of [66 * MINUTE, 4 * HOUR + MINUTE]) {
        company.now += passed;
        await crowd();
      }
      await company.tag(made, { "ml-team": "vision" });
      await crowd();
      expect(rig.gate.calls(SET)).toHaveLength(2);
      expect(await company.facts(made.arn, "began")).toHaveLength(1);
      expect((await seen(company.people(), made.id)).groups).toEqual(made.groups.toSorted());
      const told = rig.told();
      const breaking = told.filter((each) => each.endsWith("breaking the tag rules"));
      // The instance and its interface: by one message, or by two where different workers had them in hand.
      expect(breaking.reduce((sum, each) => sum + Number(/\d+/.exec(each)?.[0]), 0)).toBe(2);
      expect(told.slice(breaking.length)).toEqual([
        "fallback: 1 resource quarantined",
        "#vision: 1 resource given back",
      ]);
    },
  );
});

describe("a channel that takes no messages", () => {
  test("puts off what would follow, until somebody was told and had their time", async () => {
    const company = await rig.open(EVERYTHING);
    const made = await company.make(makeInstance, { name: "untold" });
    rig.slack.fail(1_000);
    await company.pass(DAY);
    expect([rig.written(), rig.told()]).toEqual([[], []]);
    expect(await company.facts(made.arn, "refused")).toContainEqual(
      expect.objectContaining({ attempt: "notify", why: "undeliverable" }),
    );
    rig.slack.reset();
    await company.pass(7 * HOUR);
    expect(rig.told()).toEqual(["fallback: 2 resources breaking the tag rules"]);
    expect(rig.written()).toEqual([]);
    await company.pass(4 * HOUR);
    expect(rig.told().at(-1)).toBe("fallback: 1 resource quarantined");
  });
});

describe("an owner", () => {
  test("who tags at the last moment is left alone", async () => {
    const company = await rig.open(EVERYTHING);
    const made = await company.make(makeInstance, { name: "late" });
    await company.pass(5 * HOUR);
    // EC2 knows of their call before its event arrives.
    const written = await tagBy(company.people(), made, { tags: { "ml-team": "vision" }, at: company.now });
    await company.pass(HOUR);
    await company.hear(written);
    await company.pass(DAY);
    expect(rig.gate.calls(SET)).toEqual([]);
    expect(await company.record(made.arn)).toMatchObject({ state: "compliant", due: null });
  });

  test("who stopped it themselves finds it stopped, and never started by us", async () => {
    const company = await rig.open(allowing("ec2:stop"));
    const made = await company.make(makeInstance, { name: "resting" });
    await company.pass(3 * HOUR);
    const stop = new StopInstancesCommand({ InstanceIds: [made.id] });
    await company.people().of(EC2Client).send(stop);
    await company.pass(DAY);
    await company.tag(made, { "ml-team": "vision" });
    await company.pass(DAY);
    expect(rig.written()).toEqual([]);
    expect((await seen(company.people(), made.id)).state).toBe("stopped");
  });

  test("who deletes it during its quarantine hears no more of it", async () => {
    const company = await rig.open(EVERYTHING);
    const made = await company.make(makeInstance, { name: "deleted" });
    await company.pass(7 * HOUR);
    const terminate = new TerminateInstancesCommand({ InstanceIds: [made.id] });
    await company.people().of(EC2Client).send(terminate);
    const [told, written] = [rig.told().length, rig.written().length];
    await company.pass(4 * DAY);
    expect(await company.record(made.arn)).toMatchObject({ state: "gone", due: null });
    expect([rig.told().length, rig.written().length]).toEqual([told, written]);
  });

  test("who sets another size during a quarantine keeps it", async () => {
    const company = await rig.open(allowing("ecs:empty-service"));
    const made = await company.make(makeService, { name: "resized" });
    await company.pass(7 * HOUR);
    const ecs = company.people().of(ECSClient);
    await ecs.send(new UpdateServiceCommand({ cluster: made.id, service: made.id, desiredCount: 5 }));
    await company.tag(made, { "ml-team": "vision" });
    await company.pass(HOUR);
    const { services } = await ecs.send(
      new DescribeServicesCommand({ cluster: made.id, services: [made.id] }),
    );
    expect(services).toMatchObject([{ desiredCount: 5 }]);
    expect(rig.written()).toEqual(["ecs:UpdateService"]);
    expect(rig.told().at(-1)).toBe("#vision: 1 resource not given back wholly");
  });

  test("who asks gets it back at once, and is left alone for a day", async () => {
    const company = await rig.open(EVERYTHING);
    const made = await company.make(makeInstance, { name: "asked" });
    await company.pass(7 * HOUR);
    const asked = { resource: made.arn, by: "ines", reason: null };
    const { quarantine, why } = await askRelease(company.ports, await company.rules(), asked);
    expect([quarantine.ended?.how, why]).toEqual(["released", null]);
    await company.pass(16 * HOUR);
    expect(rig.gate.calls(SET)).toHaveLength(2);
    expect((await seen(company.people(), made.id)).groups).toEqual(made.groups.toSorted());
    expect(rig.told().at(-1)).toBe("fallback: 1 resource given back");
  });
});

test("a quarantine that lasts is told of once, and nothing else is announced meanwhile", async () => {
  const company = await rig.open(allowing("ec2:stop"));
  const made = await company.make(makeInstance, { name: "lasting" });
  await company.pass(5 * DAY);
  expect(rig.written()).toEqual(["ec2:StopInstances"]);
  expect(rig.told()).toEqual([
    "fallback: 2 resources breaking the tag rules",
    "fallback: 1 resource quarantined",
  ]);
  expect(await company.record(made.arn)).toMatchObject({ remediation: { stage: "quarantined" } });
});

test("a database that RDS started again after seven days is stopped again, as it was before", async () => {
  const company = await rig.open(allowing("rds:stop"));
  const made = await company.make(makeDatabase, { name: "returns" });
  await company.pass(7 * HOUR);
  const rds = company.people().of(RDSClient);
  await company.pass(7 * DAY - 2 * HOUR);
  await rds.send(new StartDBInstanceCommand({ DBInstanceIdentifier: made.id }));
  await company.pass(HOUR);
  const describe = new DescribeDBInstancesCommand({ DBInstanceIdentifier: made.id });
  expect((await rds.send(describe)).DBInstances?.[0]?.DBInstanceStatus).toBe("stopped");
  expect(rig.written()).toEqual(["rds:StopDBInstance", "rds:StopDBInstance"]);
  expect(rig.told()).toEqual([
    "fallback: 1 resource breaking the tag rules",
    "fallback: 1 resource quarantined",
    "fallback: 1 resource quarantined",
  ]);
  expect(await company.facts(made.arn, "began")).toMatchObject([{ before: { running: true } }]);
  await company.tag(made, { "ml-team": "vision" });
  await company.pass(HOUR);
  expect((await rds.send(describe)).DBInstances?.[0]?.DBInstanceStatus).toBe("available");
});
