import {
  ApplicationAutoScalingClient,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import { EMRServerlessClient, StartJobRunCommand } from "@aws-sdk/client-emr-serverless";
import { CreateDBInstanceReadReplicaCommand, RDSClient } from "@aws-sdk/client-rds";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { emrServerless } from "@tagledger/adapters/aws/remedies/emr-serverless";
import { crawler } from "@tagledger/adapters/aws/remedies/glue";
import { cluster } from "@tagledger/adapters/aws/remedies/rds/cluster";
import { instance } from "@tagledger/adapters/aws/remedies/rds/instance";
import { cluster as warehouse } from "@tagledger/adapters/aws/remedies/redshift/cluster";
import type { TypeRemedies } from "@tagledger/adapters/aws/remedies/remedy";
import { endpoint } from "@tagledger/adapters/aws/remedies/sagemaker/endpoint";
import { notebook } from "@tagledger/adapters/aws/remedies/sagemaker/notebook";
import { quarantineOf } from "@tagledger/adapters/aws/remedies/testing/quarantine";
import { arnFacts } from "@tagledger/core/catalog/arn";
import type { Sought } from "@tagledger/core/ports";
import type { Fields } from "@tagledger/core/remediation/fields";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";
import {
  makeApplication,
  makeCrawler,
  makeDatabase,
  makeDatabases,
  makeEndpoint,
  makeNotebook,
  makeWarehouse,
} from "./local/quarantinable.ts";

interface Case {
  readonly type: string;
  readonly of: TypeRemedies;
  readonly remedy: string;
  make(clients: Clients, name: string): Promise<string>;
  readonly before: Fields;
  readonly ours: Fields;
  /** In its service's words, before and while it is quarantined. */
  readonly states: readonly [string, string];
  /** What its service says when it is not there. */
  readonly gone: string;
}

const STOPS = { before: { running: true }, ours: { running: false } };
const CASES: readonly Case[] = [
  {
    type: "rds:db",
    of: instance,
    remedy: "rds:stop",
    make: makeDatabase,
    ...STOPS,
    states: ["available", "stopped"],
    gone: "DBInstanceNotFoundFault",
  },
  {
    type: "rds:cluster",
    of: cluster,
    remedy: "rds:stop-cluster",
    make: makeDatabases,
    ...STOPS,
    states: ["available", "stopped"],
    gone: "DBClusterNotFoundFault",
  },
  {
    type: "redshift:cluster",
    of: warehouse,
    remedy: "redshift:pause",
    make: makeWarehouse,
    ...STOPS,
    states: ["available", "paused"],
    gone: "ClusterNotFoundFault",
  },
  {
    type: "emr-serverless:application",
    of: emrServerless,
    remedy: "emr-serverless:stop-application",
    async make(clients, name) {
      const arn = await makeApplication(clients, name);
      await runJob(clients, arnFacts(arn).id);
      return arn;
    },
    ...STOPS,
    states: ["STARTED", "STOPPED"],
    gone: "ResourceNotFoundException",
  },
  {
    type: "sagemaker:notebook-instance",
    of: notebook,
    remedy: "sagemaker:stop-notebook",
    make: makeNotebook,
    ...STOPS,
    states: ["InService", "Stopped"],
    gone: "ValidationException",
  },
  {
    type: "sagemaker:endpoint",
    of: endpoint,
    remedy: "sagemaker:scale-endpoint",
    make: makeEndpoint,
    before: { variants: { a: 1, b: 2 } },
    ours: { variants: { a: 0, b: 0 } },
    states: ["InService", "InService"],
    gone: "ValidationException",
  },
];

let moto: Moto;
let clients: Clients;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  clients = awsClients({
    account: MOTO_ACCOUNT,
    region: "eu-central-1",
    endpoint: moto.endpoint,
    credentials,
  });
  // For moto to be installed.
}, 600_000);

afterAll(() => moto?.stop());

describe.each(CASES)("$type", ({ of, remedy, make, before, ours, states, gone }) => {
  let arn: string;

  beforeAll(async () => {
    arn = await make(clients, "scorer");
  });

  test(`by ${remedy} is quarantined and given back, each of them once`, async () => {
    const target = soughtOf(arn);
    const { now, aim, set } = quarantineOf(of, remedy, clients, target);
    const state = async () => (await of.inspect(clients, target))?.state;
    expect([await now(), await state()]).toEqual([before, states[0]]);
    expect(await aim()).toEqual(ours);
    await set(ours);
    await set(ours);
    expect([await now(), await state()]).toEqual([ours, states[1]]);
    await set(before);
    await set(before);
    expect([await now(), await state()]).toEqual([before, states[0]]);
  });

  test("is not there where its service does not know it", async () => {
    const { now, set } = quarantineOf(of, remedy, clients, soughtOf(`${arn}gone`));
    expect(await now()).toBeNull();
    await expect(set(ours)).rejects.toMatchObject({ name: gone });
  });
});

test("a crawler that runs is stopped, and has no schedule to stop", async () => {
  const target = soughtOf(await makeCrawler(clients, "clicks"));
  const { set } = quarantineOf(crawler, "glue:stop-crawler", clients, target);
  expect(await crawler.inspect(clients, target)).toEqual({
    state: "RUNNING",
    conditions: {},
    controller: null,
    remedies: { "glue:stop-crawler": { running: true } },
  });
  await set({ running: false });
  await set({ running: false });
  expect(await crawler.inspect(clients, target)).toMatchObject({
    remedies: { "glue:stop-crawler": { running: false } },
  });
});

test("what keeps a database from being stopped is told", async () => {
  const source = await makeDatabase(clients, "source", { Engine: "mysql" });
  await clients.of(RDSClient).send(
    new CreateDBInstanceReadReplicaCommand({
      DBInstanceIdentifier: "replica",
      SourceDBInstanceIdentifier: "source",
    }),
  );
  const none = {
    "read-replica": false,
    "has-read-replicas": false,
    "multi-az-sql-server": false,
    "stopped-by-cluster": false,
  };
  expect(await conditions(instance, source)).toEqual({ ...none, "has-read-replicas": true });
  const replica = source.replace(/source$/, "replica");
  expect(await conditions(instance, replica)).toEqual({ ...none, "read-replica": true });
});

test("a cluster without servers cannot be stopped, one whose instances scale by themselves can", async () => {
  const first = await makeDatabases(clients, "first", { EngineMode: "serverless" });
  const second = await makeDatabases(clients, "second", {
    ServerlessV2ScalingConfiguration: { MinCapacity: 1, MaxCapacity: 4 },
  });
  expect(await conditions(cluster, first)).toMatchObject({ "serverless-engine": true });
  expect(await conditions(cluster, second)).toEqual({
    "serverless-engine": false,
    "in-global-database": false,
  });
});

test("an application whose jobs are done runs none", async () => {
  const arn = await makeApplication(clients, "done");
  await runJob(clients, arnFacts(arn).id);
  expect(await conditions(emrServerless, arn)).toEqual({ "jobs-running": false });
});

test("an endpoint without inference components keeps an instance, however it is scaled", async () => {
  const arn = await makeEndpoint(clients, "busy");
  const asked = { "minimum-above-zero": true, "scaled-automatically": false };
  expect(await conditions(endpoint, arn)).toEqual(asked);
  await clients.of(ApplicationAutoScalingClient).send(
    new RegisterScalableTargetCommand({
      ServiceNamespace: "sagemaker",
      ResourceId: "endpoint/busy/variant/b",
      ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
      MinCapacity: 1,
      MaxCapacity: 4,
    }),
  );
  expect(await conditions(endpoint, arn)).toEqual({ ...asked, "scaled-automatically": true });
});

async function conditions({ inspect }: TypeRemedies, arn: string) {
  return (await inspect(clients, soughtOf(arn)))?.conditions;
}

function soughtOf(arn: string): Sought {
  return { resource: arn, arn, ...arnFacts(arn), account: null, region: null };
}

/** Moto knows no list of jobs of an application that never had any; any job is done at once. */
async function runJob(from: Clients, applicationId: string): Promise<void> {
  const executionRoleArn = `arn:aws:iam::${MOTO_ACCOUNT}:role/emr`;
  const job = { applicationId, executionRoleArn, clientToken: applicationId };
  await from.of(EMRServerlessClient).send(new StartJobRunCommand(job));
}
