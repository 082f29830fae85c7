import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  SuspendProcessesCommand,
} from "@aws-sdk/client-auto-scaling";
import { EC2Client, ModifyInstanceAttributeCommand } from "@aws-sdk/client-ec2";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { awsRemedies } from "@tagledger/adapters/aws/remedies/remedies";
import { arnFacts } from "@tagledger/core/catalog/arn";
import type { Remedies, Sought } from "@tagledger/core/ports";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import { isRefusal } from "@tagledger/core/remediation/refusal";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameOf } from "./local/estate/maker.ts";
import { makeRole } from "./local/estate/role.ts";
import { clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";
import { groups, makeGroup } from "./local/remedied/groups.ts";
import { instances, makeInstance, memberOf } from "./local/remedied/instances.ts";
import type { Remedied } from "./local/remedied/remedied.ts";
import { securityGroups } from "./local/remedied/security-groups.ts";
import { services } from "./local/remedied/services.ts";
import { tables } from "./local/remedied/tables.ts";

const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const ALL = [...instances, ...groups, ...services, ...tables, ...securityGroups].map(
  (each, place): [string, Remedied] => [`${each.remedy} ${place}`, each],
);

let moto: Moto;
let gate: Gate;
let clients: Clients;
let remedies: Remedies;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  clients = awsClients({ account: MOTO_ACCOUNT, region: REGION, endpoint: moto.endpoint, credentials });
  gate = await openGate(moto, "remedies", "on-due");
  const place = { account: MOTO_ACCOUNT, region: REGION };
  const watched = clientsThrough(gate, place);
  remedies = awsRemedies({ clientsFor: () => watched, places: [place] });
  await makeRole(moto.endpoint, "lambda");
}, FIRST_TIME);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

describe.each(ALL)("%s", (name, { type, remedy, make, remove, state, before, ours }) => {
  test("is done, found done, done again to no effect, and taken back", async () => {
    const target = soughtOf(await make(clients, nameFrom(name)), type);
    expect(await inspect(target, remedy)).toMatchObject({ state, remedies: { [remedy]: before } });
    expect(await remedies.aim(target, remedy, before)).toEqual(ours);
    for (let time = 0; time < 2; time++) {
      expect(await remedies.set(target, remedy, ours)).toBeNull();
      expect((await inspect(target, remedy)).remedies).toEqual({ [remedy]: ours });
    }
    for (let time = 0; time < 2; time++) {
      expect(await remedies.set(target, remedy, before)).toBeNull();
      expect((await inspect(target, remedy)).remedies).toEqual({ [remedy]: before });
    }
  });

  test("changes nothing where nothing is given", async () => {
    const target = soughtOf(await make(clients, nameFrom(`${name} untouched`)), type);
    expect(await remedies.set(target, remedy, {})).toBeNull();
    expect((await inspect(target, remedy)).remedies).toEqual({ [remedy]: before });
  });

  test("is refused where the resource is gone", async () => {
    const target = soughtOf(await make(clients, nameFrom(`${name} gone`)), type);
    await remove(clients, target.arn ?? "");
    expect(await remedies.inspect(target, [remedy])).toMatchObject({ refused: "gone" });
  });
});

describe("an instance", () => {
  test("by itself is of no group or fleet, and protected from nothing", async () => {
    const target = soughtOf(await makeInstance(clients), "ec2:instance");
    expect(await inspect(target, "ec2:stop")).toMatchObject({
      controller: null,
      conditions: {
        "in-auto-scaling-group": false,
        "in-fleet": false,
        "spot-one-time": false,
        "stop-protected": false,
        "termination-protected": false,
        "instance-store-root": false,
        "several-network-interfaces": false,
      },
    });
  });

  test("that is protected is seen as such", async () => {
    const arn = await makeInstance(clients, { DisableApiStop: true });
    const protect = { InstanceId: nameOf(arn), DisableApiTermination: { Value: true } };
    await clients.of(EC2Client).send(new ModifyInstanceAttributeCommand(protect));
    expect((await inspect(soughtOf(arn, "ec2:instance"), "ec2:stop")).conditions).toMatchObject({
      "stop-protected": true,
      "termination-protected": true,
    });
  });

  test("of an Auto Scaling group is seen as a member of it", async () => {
    await makeGroup(clients, "workers");
    const target = soughtOf(await memberOf(clients, "workers"), "ec2:instance");
    expect(await inspect(target, "ec2:stop")).toMatchObject({
      controller: { controller: "auto-scaling", name: "workers" },
      conditions: { "in-auto-scaling-group": true },
    });
  });
});

test("what somebody else suspended of a group is not resumed", async () => {
  const target = soughtOf(await makeGroup(clients, "trainers"), "autoscaling:autoScalingGroup");
  const terminate = { AutoScalingGroupName: "trainers", ScalingProcesses: ["Terminate"] };
  await remedies.set(target, "autoscaling:suspend", { suspended: ["Launch"] });
  await clients.of(AutoScalingClient).send(new SuspendProcessesCommand(terminate));
  await remedies.set(target, "autoscaling:suspend", { suspended: [] });
  const { AutoScalingGroups } = await clients
    .of(AutoScalingClient)
    .send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ["trainers"] }));
  expect(AutoScalingGroups?.[0]?.SuspendedProcesses?.map(({ ProcessName }) => ProcessName)).toEqual([
    "Terminate",
  ]);
});

test("a group that only its name tells, as events do, is found by it", async () => {
  await makeGroup(clients, "named");
  const target: Sought = {
    ...soughtOf("named", "autoscaling:autoScalingGroup"),
    arn: null,
    id: "named",
    account: MOTO_ACCOUNT,
    region: REGION,
  };
  expect((await inspect(target, "autoscaling:empty-group")).remedies).toEqual({
    "autoscaling:empty-group": { size: { minimum: 1, desired: 2 } },
  });
});

async function inspect(target: Sought, remedy: string): Promise<Inspection> {
  const seen = await remedies.inspect(target, [remedy]);
  if (isRefusal(seen)) throw new Error(`${seen.refused}: ${seen.message}`);
  return seen;
}

function soughtOf(arn: string, type: string): Sought {
  return { resource: arn, arn, id: arnFacts(arn).id, type, account: null, region: null };
}

function nameFrom(text: string): string {
  return text.replace(/[^a-z0-9]+/g, "-");
}
