import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from "@aws-sdk/client-auto-scaling";
import { DescribeInstancesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { company } from "@tagledger/core/tags/testing/make-config";
import { GOOD } from "@tagledger/core/tags/testing/make-subject";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import { makeScalingGroup } from "./local/company/scaling-group.ts";
import { COMPANY } from "./local/company.ts";
import { clientsBeside, clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { type Moto, startMoto } from "./local/moto.ts";

const PLACE = { account: "222233334444", region: "eu-central-1" };
const AT = Date.UTC(2026, 8, 1, 12);
const RULES = rulesOf(company(), "c0ffee");
/** For moto to be installed. */
const FIRST_TIME = 600_000;
/** Its events show no ARN, and the Tagging API does not know it. */
const BY_NAME = "autoscaling:autoScalingGroup";

let moto: Moto;
let gate: Gate;

beforeAll(async () => {
  moto = await startMoto({ severalAccounts: true });
  gate = await openGate(moto, "company", "sweep");
}, FIRST_TIME);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

describe.each(Object.entries(COMPANY))("%s", (kind, make) => {
  test.each([
    ["with tags", GOOD],
    ["without", {}],
  ])("%s is in the ledger under the name by which the inventory finds it", async (how, tags) => {
    const name = `${kind}-${how.replace(" ", "-")}`.toLowerCase();
    const made = await make(clientsBeside(gate, PLACE), { name, tags, at: AT });
    const ledger = memoryLedger();
    const ports = { ledger, prices: offlinePrices(), hash: nodeHash };
    expect(await enforce(ports, RULES, { record: made.record, now: AT + 60_000 })).toMatchObject({
      outcome: "evaluated",
    });
    const [recorded] = (await ledger.resources({ limit: 10 })).items.filter(({ type }) => type === made.type);
    if (recorded === undefined) throw new Error("the ledger holds nothing");
    const isByName = made.type === BY_NAME;
    expect(recorded).toMatchObject({
      ...PLACE,
      type: made.type,
      id: made.id,
      arn: isByName ? null : made.arn,
    });
    if (isByName) return;
    const inventory = awsInventory({ places: [PLACE], clientsFor });
    expect(recorded.resource).toBe(made.arn);
    expect(await inventory.look([recorded])).toEqual([{ tags }]);
  });
});

test("an instance runs, with its volumes and groups", async () => {
  const clients = clientsBeside(gate, PLACE);
  const { id, volumes, groups } = await makeInstance(clients, { name: "lab", tags: {}, at: AT });
  const { Reservations } = await clients
    .of(EC2Client)
    .send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  expect(Reservations?.[0]?.Instances?.[0]).toMatchObject({
    State: { Name: "running" },
    SecurityGroups: groups.map((GroupId) => ({ GroupId })),
    BlockDeviceMappings: volumes.map((VolumeId) => ({ Ebs: { VolumeId } })),
  });
  expect(volumes.length).toBeGreaterThan(0);
});

test("a scaling group has members, whose launch is Auto Scaling's", async () => {
  const clients = clientsBeside(gate, PLACE);
  const { arn, members } = await makeScalingGroup(clients, { name: "workers", tags: GOOD, at: AT });
  const { AutoScalingGroups = [] } = await clients
    .of(AutoScalingClient)
    .send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ["workers"] }));
  expect(AutoScalingGroups).toMatchObject([
    { AutoScalingGroupARN: arn, Instances: members.map(({ id }) => ({ InstanceId: id })) },
  ]);
  expect(members).toHaveLength(2);
  const inventory = awsInventory({ places: [PLACE], clientsFor });
  const looks = await inventory.look(
    members.map(({ arn, id, type }) => ({ resource: arn, arn, id, type, ...PLACE })),
  );
  for (const look of looks) {
    expect(look).toMatchObject({ tags: { ...GOOD, "aws:autoscaling:groupName": "workers" } });
  }
  expect(members[0]?.record).toMatchObject({ sourceIPAddress: "autoscaling.amazonaws.com" });
});

test("what a test does in the place of others is not kept as a call of ours", async () => {
  gate.reset();
  await COMPANY.volume(clientsBeside(gate, PLACE), { name: "spare", tags: {}, at: AT });
  expect(gate.calls()).toEqual([]);
});

function clientsFor(account: string, region: string) {
  return clientsThrough(gate, { account, region });
}
