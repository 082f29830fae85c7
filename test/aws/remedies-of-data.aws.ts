import {
  ApplicationAutoScalingClient,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import { CreateDBInstanceReadReplicaCommand, RDSClient } from "@aws-sdk/client-rds";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { emrServerless } from "@tagledger/adapters/aws/remedies/emr-serverless";
import { crawler } from "@tagledger/adapters/aws/remedies/glue";
import { cluster } from "@tagledger/adapters/aws/remedies/rds/cluster";
import { instance } from "@tagledger/adapters/aws/remedies/rds/instance";
import type { TypeRemedies } from "@tagledger/adapters/aws/remedies/remedy";
import { endpoint } from "@tagledger/adapters/aws/remedies/sagemaker/endpoint";
import { quarantineOf } from "@tagledger/adapters/aws/remedies/testing/quarantine";
import { arnFacts } from "@tagledger/core/catalog/arn";
import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Sought } from "@tagledger/core/ports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";
import {
  makeApplication,
  makeCrawler,
  makeDatabase,
  makeDatabases,
  makeEndpoint,
  runJob,
} from "./local/quarantinable.ts";
import { quarantineCases } from "./local/quarantine-cases.ts";

let moto: Moto;
let gate: Gate;
let clients: Clients;
let watched: Clients;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  clients = awsClients({
    account: MOTO_ACCOUNT,
    region: "eu-central-1",
    endpoint: moto.endpoint,
    credentials,
  });
  gate = await openGate(moto, "remedies-of-data", "on-due");
  watched = clientsThrough(gate, { account: MOTO_ACCOUNT, region: "eu-central-1" });
  // For moto to be installed.
}, 600_000);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

describe.each(quarantineCases)("$type", ({ type, of, remedy, make, before, ours, states, gone }) => {
  let arn: string;

  beforeAll(async () => {
    arn = await make(clients, "scorer");
  });

  test(`by ${remedy} is quarantined and given back, each of them once`, async () => {
    const target = soughtOf(arn);
    const { now, aim, set } = quarantineOf(of, remedy, watched, target);
    const state = async () => (await of.inspect(watched, target))?.state;
    expect([await now(), await state()]).toEqual([before, states[0]]);
    expect(await aim()).toEqual(ours);
    await set(ours);
    await set(ours);
    expect([await now(), await state()]).toEqual([ours, states[1]]);
    await set(before);
    await set(before);
    expect([await now(), await state()]).toEqual([before, states[0]]);
  });

  test("tells all that its remedies depend on", async () => {
    const told = Object.keys((await conditions(of, arn)) ?? {}).sort();
    const asked = typeFacts(type).remedies.filter(({ name }) => name in of.remedies);
    expect(asked.map(({ name, undo }) => [name, typeof undo])).toEqual([[remedy, "string"]]);
    const needed = asked.flatMap(({ refused = [], unless = [] }) => [
      ...refused,
      ...unless.map(({ when }) => when),
    ]);
    expect(told).toEqual(needed.sort());
  });

  test("is not there where its service does not know it", async () => {
    const { now, set } = quarantineOf(of, remedy, watched, soughtOf(`${arn}gone`));
    expect(await now()).toBeNull();
    await expect(set(ours)).rejects.toMatchObject({ name: gone });
  });
});

test("a crawler that runs is stopped, and has no schedule to stop", async () => {
  const target = soughtOf(await makeCrawler(clients, "clicks"));
  const { set } = quarantineOf(crawler, "glue:stop-crawler", watched, target);
  expect(await crawler.inspect(watched, target)).toEqual({
    state: "RUNNING",
    conditions: {},
    controller: null,
    remedies: { "glue:stop-crawler": { running: true } },
  });
  await set({ running: false });
  await set({ running: false });
  expect(await crawler.inspect(watched, target)).toMatchObject({
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
  await runJob(clients, arn);
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
  return (await inspect(watched, soughtOf(arn)))?.conditions;
}

function soughtOf(arn: string): Sought {
  return { resource: arn, arn, ...arnFacts(arn), account: null, region: null };
}
