import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  type SecurityGroup,
} from "@aws-sdk/client-ec2";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { awsRemedies } from "@tagledger/adapters/aws/remedies/remedies";
import { arnFacts } from "@tagledger/core/catalog/arn";
import type { Remedies, Sought } from "@tagledger/core/ports";
import type { Fields } from "@tagledger/core/remediation/fields";
import { isRefusal } from "@tagledger/core/remediation/refusal";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { given } from "./local/estate/maker.ts";
import { clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";
import { makeInstance } from "./local/remedied/instances.ts";

const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const ISOLATE = "ec2:isolate";

let moto: Moto;
let gate: Gate;
let clients: Clients;
let remedies: Remedies;
let vpc: string;
let subnet: string;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  clients = awsClients({ account: MOTO_ACCOUNT, region: REGION, endpoint: moto.endpoint, credentials });
  gate = await openGate(moto, "isolation", "on-due");
  const place = { account: MOTO_ACCOUNT, region: REGION };
  const watched = clientsThrough(gate, place);
  remedies = awsRemedies({ clientsFor: () => watched, places: [place] });
}, FIRST_TIME);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

beforeEach(async () => {
  const { Vpc } = await ec2().send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
  vpc = given(Vpc?.VpcId);
  const { Subnet } = await ec2().send(new CreateSubnetCommand({ VpcId: vpc, CidrBlock: "10.0.0.0/24" }));
  subnet = given(Subnet?.SubnetId);
});

describe("an instance that is isolated", () => {
  test("is in a group that lets nothing in or out, and gets its own groups back", async () => {
    const own = [await makeGroup("web"), await makeGroup("ssh")];
    const target = await makeTarget(own);
    const before = await fieldsOf(target);
    expect(before).toEqual({ groups: own.toSorted() });

    const ours = await aimAt(target);
    const [group, ...others] = await quarantineGroups();
    expect(others).toEqual([]);
    expect(ours).toEqual({ groups: [group?.GroupId] });
    expect(group).toMatchObject({ IpPermissions: [], IpPermissionsEgress: [] });
    expect(group?.Tags).toEqual([{ Key: "tagledger:purpose", Value: "quarantine" }]);

    for (const fields of [ours, ours, before, before]) {
      expect(await remedies.set(target, ISOLATE, fields)).toBeNull();
      expect(await fieldsOf(target)).toEqual(fields);
    }
  });

  test("shares its group with the others of its network", async () => {
    const [first, second] = [await makeTarget(), await makeTarget()];
    const aims = [await aimAt(first), await aimAt(second), await aimAt(first)];
    expect(new Set(aims.map((aim) => JSON.stringify(aim))).size).toBe(1);
    expect(await quarantineGroups()).toHaveLength(1);
  });

  test("shares it as well where both are isolated at once", async () => {
    const targets = [await makeTarget(), await makeTarget(), await makeTarget(), await makeTarget()];
    const aims = await Promise.all(targets.map(aimAt));
    const groups = await quarantineGroups();
    expect(groups).toHaveLength(1);
    for (const aim of aims) expect(aim).toEqual({ groups: [groups[0]?.GroupId] });
  });

  test("finds a rule taken off that somebody added to the group", async () => {
    const target = await makeTarget();
    await aimAt(target);
    const [group] = await quarantineGroups();
    const GroupId = group?.GroupId;
    const IpPermissions = [
      { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
    ];
    await ec2().send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    await ec2().send(new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions }));
    await aimAt(target);
    expect((await quarantineGroups())[0]).toMatchObject({ IpPermissions: [], IpPermissionsEgress: [] });
  });
});

test("a group of the same name that is somebody else's is not used", async () => {
  const theirs = await makeGroup("tagledger-quarantine");
  expect(await remedies.aim(await makeTarget(), ISOLATE, {})).toEqual({
    refused: "unsupported",
    message: expect.stringContaining(`${theirs} in ${vpc} is called tagledger-quarantine`),
  });
});

test("an instance that is gone is neither isolated nor given back, and the refusal names the call", async () => {
  const arn = `arn:aws:ec2:${REGION}:${MOTO_ACCOUNT}:instance/i-0123456789abcdef0`;
  const target = { resource: arn, arn, ...arnFacts(arn), account: null, region: null };
  expect(await remedies.aim(target, ISOLATE, {})).toEqual({
    refused: "gone",
    message: expect.stringMatching(/^DescribeInstances: InvalidInstanceID\.NotFound: /),
  });
  expect(await remedies.set(target, ISOLATE, { groups: ["sg-1"] })).toEqual({
    refused: "gone",
    message: expect.stringMatching(/^ModifyInstanceAttribute: InvalidInstanceID\.NotFound: /),
  });
});

async function makeTarget(groups: readonly string[] = []): Promise<Sought> {
  const arn = await makeInstance(clients, { SubnetId: subnet, SecurityGroupIds: [...groups] });
  return { resource: arn, arn, ...arnFacts(arn), account: null, region: null };
}

async function makeGroup(GroupName: string): Promise<string> {
  const group = { GroupName, Description: GroupName, VpcId: vpc };
  return given((await ec2().send(new CreateSecurityGroupCommand(group))).GroupId);
}

async function quarantineGroups(): Promise<readonly SecurityGroup[]> {
  const Filters = [
    { Name: "vpc-id", Values: [vpc] },
    { Name: "group-name", Values: ["tagledger-quarantine"] },
  ];
  const { SecurityGroups } = await ec2().send(new DescribeSecurityGroupsCommand({ Filters }));
  return SecurityGroups ?? [];
}

async function fieldsOf(target: Sought): Promise<Fields> {
  const seen = await remedies.inspect(target, [ISOLATE]);
  if (isRefusal(seen)) throw new Error(seen.message);
  return seen.remedies[ISOLATE] ?? {};
}

async function aimAt(target: Sought): Promise<Fields> {
  const aim = await remedies.aim(target, ISOLATE, {});
  if (isRefusal(aim)) throw new Error(JSON.stringify(aim));
  return aim;
}

function ec2(): EC2Client {
  return clients.of(EC2Client);
}
