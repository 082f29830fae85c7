import { readFileSync } from "node:fs";
import { AutoScalingClient, SetDesiredCapacityCommand } from "@aws-sdk/client-auto-scaling";
import {
  CreateVolumeCommand,
  DescribeInstancesCommand,
  DescribeVolumesCommand,
  EC2Client,
  RunInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from "@aws-sdk/client-ec2";
import { ECSClient, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { EMRClient, ListClustersCommand } from "@aws-sdk/client-emr";
import { LambdaClient, ListFunctionsCommand, PutFunctionConcurrencyCommand } from "@aws-sdk/client-lambda";
import { DescribeDBInstancesCommand, RDSClient, StopDBInstanceCommand } from "@aws-sdk/client-rds";
import {
  GetResourcesCommand,
  ResourceGroupsTaggingAPIClient,
} from "@aws-sdk/client-resource-groups-tagging-api";
import {
  CreateBucketCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketTaggingCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { SageMakerClient, StopNotebookInstanceCommand } from "@aws-sdk/client-sagemaker";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { callsFile } from "./local/gate/calls.ts";
import { assumed, clientsBeside, clientsThrough } from "./local/gate/clients.ts";
import type { Fault } from "./local/gate/faults.ts";
import { Crashed } from "./local/gate/life.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { type Moto, startMoto } from "./local/moto.ts";

const HERE = { account: "111122223333", region: "eu-central-1" };
const THERE = { account: "222233334444", region: "eu-central-1" };
const LAUNCH = { ImageId: "ami-12c6146b", MinCount: 1, MaxCount: 1 };
/** For moto to be installed. */
const FIRST_TIME = 600_000;

let moto: Moto;
let gate: Gate;
let clients: Clients;

beforeAll(async () => {
  moto = await startMoto({ severalAccounts: true });
  gate = await openGate(moto, "gate");
  clients = clientsThrough(gate, HERE);
}, FIRST_TIME);

afterEach(() => gate.reset());

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

/** Calls that need nothing to be there, as what goes wrong with them is said before anybody looks. */
const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  "ec2:StopInstances": () => ec2().send(new StopInstancesCommand({ InstanceIds: ["i-1"] })),
  "ec2:DescribeVolumes": () => ec2().send(new DescribeVolumesCommand({})),
  "s3:PutBucketTagging": () =>
    clients.of(S3Client).send(new PutBucketTaggingCommand({ Bucket: "features", Tagging: { TagSet: [] } })),
  "sagemaker:StopNotebookInstance": () =>
    clients.of(SageMakerClient).send(new StopNotebookInstanceCommand({ NotebookInstanceName: "lab" })),
  "rds:StopDBInstance": () =>
    clients.of(RDSClient).send(new StopDBInstanceCommand({ DBInstanceIdentifier: "features" })),
  "lambda:PutFunctionConcurrency": () =>
    clients
      .of(LambdaClient)
      .send(new PutFunctionConcurrencyCommand({ FunctionName: "scorer", ReservedConcurrentExecutions: 0 })),
  "ecs:UpdateService": () =>
    clients.of(ECSClient).send(new UpdateServiceCommand({ service: "scorer", desiredCount: 0 })),
  "autoscaling:SetDesiredCapacity": () =>
    clients
      .of(AutoScalingClient)
      .send(new SetDesiredCapacityCommand({ AutoScalingGroupName: "workers", DesiredCapacity: 0 })),
};

describe("what a service fails with arrives as its own error", () => {
  test.each<[string, Fault["answer"], string]>([
    ["ec2:StopInstances", "throttled", "RequestLimitExceeded"],
    ["ec2:StopInstances", "denied", "UnauthorizedOperation"],
    ["ec2:StopInstances", "notFound", "InvalidInstanceID.NotFound"],
    ["ec2:StopInstances", "notReady", "IncorrectInstanceState"],
    ["ec2:StopInstances", "serverError", "InternalError"],
    ["ec2:StopInstances", { code: "UnsupportedOperation", status: 400 }, "UnsupportedOperation"],
    ["ec2:DescribeVolumes", "notFound", "InvalidVolume.NotFound"],
    ["s3:PutBucketTagging", "throttled", "SlowDown"],
    ["s3:PutBucketTagging", "denied", "AccessDenied"],
    ["s3:PutBucketTagging", "notFound", "NoSuchBucket"],
    ["s3:PutBucketTagging", "conflict", "OperationAborted"],
    ["s3:PutBucketTagging", "serverError", "InternalError"],
    ["sagemaker:StopNotebookInstance", "throttled", "ThrottlingException"],
    ["sagemaker:StopNotebookInstance", "denied", "AccessDeniedException"],
    ["sagemaker:StopNotebookInstance", "notReady", "ValidationException"],
    ["sagemaker:StopNotebookInstance", "conflict", "ConflictException"],
    ["sagemaker:StopNotebookInstance", "serverError", "InternalFailure"],
    ["rds:StopDBInstance", "throttled", "Throttling"],
    ["rds:StopDBInstance", "denied", "AccessDenied"],
    ["rds:StopDBInstance", "notFound", "DBInstanceNotFoundFault"],
    ["rds:StopDBInstance", "notReady", "InvalidDBInstanceStateFault"],
    ["rds:StopDBInstance", "serverError", "InternalFailure"],
    ["lambda:PutFunctionConcurrency", "throttled", "TooManyRequestsException"],
    ["lambda:PutFunctionConcurrency", "denied", "AccessDeniedException"],
    ["lambda:PutFunctionConcurrency", "notFound", "ResourceNotFoundException"],
    ["lambda:PutFunctionConcurrency", "conflict", "ResourceConflictException"],
    ["lambda:PutFunctionConcurrency", "serverError", "ServiceException"],
    ["ecs:UpdateService", "throttled", "ThrottlingException"],
    ["ecs:UpdateService", "denied", "AccessDeniedException"],
    ["ecs:UpdateService", "notFound", "ServiceNotFoundException"],
    ["ecs:UpdateService", "notReady", "ServiceNotActiveException"],
    ["ecs:UpdateService", "conflict", "ConflictException"],
    ["ecs:UpdateService", "serverError", "ServerException"],
    ["autoscaling:SetDesiredCapacity", "notReady", "ScalingActivityInProgressFault"],
    ["autoscaling:SetDesiredCapacity", "conflict", "ResourceContentionFault"],
  ])("%s, %o: %s", async (action, answer, name) => {
    gate.fault({ action, answer, times: 2 });
    await expect(CALLS[action]?.()).rejects.toMatchObject({ name });
    expect(gate.calls(action)).toContainEqual(
      expect.objectContaining({ isInjected: true, isWrite: !/Describe/.test(action) }),
    );
  });

  test("unless nobody knows what that is", () => {
    expect(() => gate.fault({ action: "s3:PutBucketTagging", answer: "notReady" })).toThrow(
      "how s3:PutBucketTagging says notReady is not known",
    );
  });
});

describe("what goes wrong", () => {
  test("goes wrong as often as it is to, and the SDK asks again by itself", async () => {
    gate.fault({ action: "ec2:DescribeVolumes", answer: "throttled" });
    await ec2().send(new DescribeVolumesCommand({}));
    expect(gate.calls("ec2:DescribeVolumes")).toMatchObject([
      { status: 503, error: "RequestLimitExceeded", isInjected: true },
      { status: 200, error: null, isInjected: false },
    ]);
    expect(gate.unused()).toEqual([]);
  });

  test("goes wrong for the calls that are meant, after as many as are to go well", async () => {
    const fault = { action: "ec2:DescribeVolumes", answer: "denied", after: 1, about: "gp3" } as const;
    gate.fault(fault);
    gate.fault({ ...fault, account: THERE.account, after: 0 });
    const ask = (type: string) =>
      ec2().send(new DescribeVolumesCommand({ Filters: [{ Name: "volume-type", Values: [type] }] }));
    await ask("gp2");
    await ask("gp3");
    await ask("gp2");
    await expect(ask("gp3")).rejects.toMatchObject({ name: "UnauthorizedOperation" });
    expect(gate.unused()).toMatchObject([{ account: THERE.account }]);
  });

  test("is a connection that is lost before anybody heard", async () => {
    gate.fault({ action: "ec2:CreateVolume", answer: "dropBefore", times: 2 });
    const before = await volumes();
    await expect(createVolume()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await volumes()).toEqual(before);
    expect(gate.calls("ec2:CreateVolume")).toMatchObject([
      { status: null, error: "ConnectionLost" },
      { status: null, error: "ConnectionLost" },
    ]);
  });

  test("is a connection that is lost after it was done, and done again as the SDK asks again", async () => {
    gate.fault({ action: "ec2:StopInstances", answer: "dropAfter", times: 2 });
    const id = await launch(clientsBeside(gate, HERE));
    await expect(ec2().send(new StopInstancesCommand({ InstanceIds: [id] }))).rejects.toMatchObject({
      code: "ECONNRESET",
    });
    expect(await stateOf(id)).toBe("stopped");
    expect(gate.calls("ec2:StopInstances").map(({ status }) => status)).toEqual([200, 200]);
  });

  test("is what somebody else does just before", async () => {
    const id = await launch(clientsBeside(gate, HERE));
    const terminate = new TerminateInstancesCommand({ InstanceIds: [id] });
    gate.before("ec2:DescribeInstances", () => clientsBeside(gate, HERE).of(EC2Client).send(terminate));
    expect(await stateOf(id)).toBe("terminated");
    expect(gate.calls().map(({ action }) => action)).toEqual(["ec2:DescribeInstances"]);
  });
});

describe("a process that ends", () => {
  test("calls nothing any more, of AWS or else, until another begins", async () => {
    const book = gate.life.with({
      pages: [] as string[],
      async write(page: string) {
        this.pages.push(page);
      },
    });
    gate.crash(3);
    await volumes();
    await book.write("first");
    await expect(createVolume()).rejects.toBeInstanceOf(Crashed);
    await expect(volumes()).rejects.toBeInstanceOf(Crashed);
    await expect(async () => book.write("second")).rejects.toBeInstanceOf(Crashed);
    expect(book.pages).toEqual(["first"]);
    expect(gate.calls().map(({ action }) => action)).toEqual(["ec2:DescribeVolumes"]);
    gate.reset();
    await volumes();
  });

  test("does not hear what it was about to", async () => {
    gate.before("ec2:CreateVolume", async () => gate.crash(0));
    await expect(createVolume()).rejects.toBeInstanceOf(Crashed);
    expect(gate.calls("ec2:CreateVolume")).toMatchObject([{ status: 200 }]);
  });
});

describe("calls are kept", () => {
  test("by the names of permissions", async () => {
    const s3 = clients.of(S3Client);
    await s3.send(new ListBucketsCommand({}));
    const CreateBucketConfiguration = { LocationConstraint: "eu-central-1" } as const;
    await s3.send(new CreateBucketCommand({ Bucket: "features", CreateBucketConfiguration }));
    await s3.send(new HeadBucketCommand({ Bucket: "features" }));
    await clients.of(ResourceGroupsTaggingAPIClient).send(new GetResourcesCommand({}));
    await clients.of(EMRClient).send(new ListClustersCommand({}));
    await clients.of(EFSClient).send(new DescribeFileSystemsCommand({}));
    await clients.of(LambdaClient).send(new ListFunctionsCommand({}));
    await clients.of(RDSClient).send(new DescribeDBInstancesCommand({}));
    expect(gate.calls().map(({ action, isWrite }) => [action, isWrite])).toEqual([
      ["s3:ListAllMyBuckets", false],
      ["s3:CreateBucket", true],
      ["s3:ListBucket", false],
      ["tag:GetResources", false],
      ["elasticmapreduce:ListClusters", false],
      ["elasticfilesystem:DescribeFileSystems", false],
      ["lambda:ListFunctions", false],
      ["rds:DescribeDBInstances", false],
    ]);
  });

  test("with account, region and the error that the service answered", async () => {
    const elsewhere = clientsThrough(gate, { ...THERE, region: "us-east-1" });
    const stop = new StopInstancesCommand({ InstanceIds: ["i-0123456789abcdef0"] });
    await expect(elsewhere.of(EC2Client).send(stop)).rejects.toThrow();
    await expect(CALLS["lambda:PutFunctionConcurrency"]?.()).rejects.toThrow();
    const kept = readFileSync(callsFile("gate"), "utf8").trimEnd().split("\n").slice(-2);
    expect(kept.map((line) => JSON.parse(line))).toEqual([
      {
        at: expect.any(Number),
        service: "ec2",
        action: "ec2:StopInstances",
        account: THERE.account,
        region: "us-east-1",
        isWrite: true,
        status: 400,
        error: "InvalidInstanceID.NotFound",
        isInjected: false,
      },
      expect.objectContaining({
        action: "lambda:PutFunctionConcurrency",
        account: HERE.account,
        region: "eu-central-1",
        error: "ResourceNotFoundException",
      }),
    ]);
    expect(gate.calls()[0]?.request).toContain("i-0123456789abcdef0");
  });

  test("as reads where they are dry runs", async () => {
    const dry = new RunInstancesCommand({ ...LAUNCH, DryRun: true });
    await expect(ec2().send(dry)).rejects.toMatchObject({ name: "DryRunOperation" });
    expect(gate.calls()).toMatchObject([{ action: "ec2:RunInstances", isWrite: false }]);
  });
});

describe("accounts", () => {
  test("do not see each other's instances", async () => {
    const [here, there] = [await launch(clients), await launch(clientsThrough(gate, THERE))];
    expect(await instancesOf(HERE)).toContain(here);
    expect(await instancesOf(HERE)).not.toContain(there);
    expect(await instancesOf(THERE)).toEqual([there]);
    expect(gate.calls("ec2:RunInstances").map(({ account }) => account)).toEqual([
      HERE.account,
      THERE.account,
    ]);
  });

  test("are known of whoever takes a role there", async () => {
    const options = {
      endpoint: gate.endpoint,
      region: "eu-central-1",
      credentials: await assumed(gate, HERE.account),
    };
    const RoleArn = `arn:aws:iam::${THERE.account}:role/reader`;
    const { Credentials } = await new STSClient(options).send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: "reader" }),
    );
    const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
    const credentials = {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    };
    await new EC2Client({ ...options, credentials }).send(new DescribeVolumesCommand({}));
    expect(gate.calls()).toMatchObject([
      { action: "sts:AssumeRole", account: HERE.account, isWrite: false },
      { action: "ec2:DescribeVolumes", account: THERE.account },
    ]);
  });
});

function ec2(): EC2Client {
  return clients.of(EC2Client);
}

function createVolume() {
  return ec2().send(new CreateVolumeCommand({ AvailabilityZone: "eu-central-1a", Size: 8 }));
}

async function volumes() {
  const { Volumes = [] } = await ec2().send(new DescribeVolumesCommand({}));
  return Volumes.map(({ VolumeId }) => VolumeId);
}

async function launch(by: Clients): Promise<string> {
  const { Instances = [] } = await by.of(EC2Client).send(new RunInstancesCommand(LAUNCH));
  return Instances[0]?.InstanceId ?? "none";
}

async function stateOf(id: string) {
  const { Reservations = [] } = await ec2().send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  return Reservations[0]?.Instances?.[0]?.State?.Name;
}

async function instancesOf(place: typeof HERE) {
  const { Reservations = [] } = await clientsThrough(gate, place)
    .of(EC2Client)
    .send(new DescribeInstancesCommand({}));
  return Reservations.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId }) => InstanceId));
}
