import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DescribeInstancesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateBucketCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import { awsRemedies } from "@tagledger/adapters/aws/remedies/remedies";
import { awsTagger } from "@tagledger/adapters/aws/tagging/tagger";
import { createTable } from "@tagledger/adapters/dynamodb/create-table";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { openSqliteLedger } from "@tagledger/adapters/sqlite/ledger";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import { loadConfig } from "@tagledger/core/config/load";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { work } from "@tagledger/core/flows/work";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MadeInstance, makeInstance } from "./local/company/instance.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";

const [REGION, HOUR] = ["eu-central-1", 3_600_000];
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const PATIENCE = 60_000;
const CONFIG = `version: 1
tags: { ml-team: { required: true, values: [vision] } }
teams: { vision: {} }
enforcement:
  environments: { dev: { accounts: ["${MOTO_ACCOUNT}"] } }
  rules:
    - match: { type: "ec2:instance", environment: dev }
      mode: [notify, quarantine]
      deadline: 2h
      allow: ["ec2:stop"]
`;

const folder = mkdtempSync(join(tmpdir(), "tagledger-release-"));
const main = join(import.meta.dirname, "../../packages/cli/bin/tagledger.js");
const LEDGER = ["--ledger", "ledger.sqlite"];

let moto: Moto;
let clients: Clients;
let instances: readonly MadeInstance[] = [];

/** The command line, with credentials for the emulator as a person has them. */
function tagledger(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  return { status, stdout, stderr };
}

async function stateOf({ id }: MadeInstance) {
  const { Reservations } = await clients
    .of(EC2Client)
    .send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  return Reservations?.[0]?.Instances?.[0]?.State?.Name;
}

/** Three instances that nobody tagged, and that were stopped for that some hours ago. */
beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  clients = awsClients({ account: MOTO_ACCOUNT, region: REGION, endpoint: moto.endpoint, credentials });
  writeFileSync(join(folder, "tagledger.yaml"), CONFIG);
  const { config } = loadConfig(CONFIG, "tagledger.yaml");
  const published = { config, hash: nodeHash.sha256(canonicalConfig(config)) };
  const ledger = await openSqliteLedger(join(folder, "ledger.sqlite"));
  const reach = { clientsFor: () => clients, places: [{ account: MOTO_ACCOUNT, region: REGION }] };
  let now = Date.now() - 12 * HOUR;
  const ports = {
    ledger,
    inventory: awsInventory(reach),
    remedies: awsRemedies(reach),
    tagger: awsTagger(reach),
    prices: offlinePrices(),
    hash: nodeHash,
    notifier: { send: async () => ({ via: ["slack"], refusedBy: [] }) },
    configurations: { current: async () => published },
    clock: () => now,
  };
  const rules = rulesOf(config, published.hash, () => true);
  instances = await Promise.all(
    ["one", "two", "three"].map((name) => makeInstance(clients, { name, tags: {}, at: now })),
  );
  for (const { record } of instances) await enforce(ports, rules, { record, now });
  for (let hour = 0; hour < 6; hour++) {
    now += HOUR;
    await work(ports, rules);
  }
  await ledger.close();
}, FIRST_TIME);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await moto?.stop();
});

function made(place: number): MadeInstance {
  const instance = instances[place];
  if (instance === undefined) throw new Error(`there is no instance ${place}`);
  return instance;
}

describe("tagledger release", () => {
  test(
    "starts an instance again that was stopped, though its tags are as they were, and once only",
    async () => {
      expect(await Promise.all(instances.map(stateOf))).toEqual(["stopped", "stopped", "stopped"]);
      const { arn } = made(0);
      const args = ["release", arn, ...LEDGER, "--by", "ann", "--reason", "a demo", "--json"];
      const { status, stdout, stderr } = tagledger(...args);
      expect([status, stderr]).toEqual([0, expect.stringContaining(`released ${arn}: ec2:stop`)]);
      expect(JSON.parse(stdout)).toMatchObject([
        {
          resource: arn,
          isReleased: true,
          why: null,
          quarantine: {
            remedy: "ec2:stop",
            ended: { how: "released" },
            asked: { by: "ann", reason: "a demo" },
          },
        },
      ]);
      expect(await Promise.all(instances.map(stateOf))).toEqual(["running", "stopped", "stopped"]);
      expect(tagledger(...args)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("nothing of it is quarantined"),
      });
      const story = tagledger("resource", arn, ...LEDGER).stdout;
      expect(story).toContain("released: ec2:stop, asked for by ann; given back running true");
    },
    PATIENCE,
  );

  test(
    "gives back everything, one after the other",
    async () => {
      const { status, stdout } = tagledger("release", "--all", ...LEDGER, "--by", "ann", "--json");
      expect(status).toBe(0);
      const released = JSON.parse(stdout).map(({ resource }: { readonly resource: string }) => resource);
      expect(released.sort()).toEqual([made(1).arn, made(2).arn].sort());
      expect(await Promise.all(instances.map(stateOf))).toEqual(["running", "running", "running"]);
      expect(tagledger("release", "--all", ...LEDGER)).toMatchObject({
        status: 0,
        stderr: "nothing is quarantined\n",
      });
    },
    PATIENCE,
  );
});

test(
  "a configuration is published into an object, and is in force from there",
  async () => {
    const s3 = new S3Client({
      endpoint: moto.endpoint,
      region: REGION,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    const CreateBucketConfiguration = { LocationConstraint: "eu-central-1" } as const;
    await s3.send(new CreateBucketCommand({ Bucket: "config", CreateBucketConfiguration }));
    const to = "s3://config/in/force.yaml";
    expect(tagledger("config", "publish", "--to", to, ...LEDGER)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("observed for 0.5 days, 14 are needed"),
    });
    const override = ["--override", "enforcement.rules[0]", "--by", "ada", "--reason", "a drill"];
    const { status, stderr } = tagledger("config", "publish", "--to", to, ...LEDGER, ...override);
    expect([status, stderr]).toEqual([0, expect.stringContaining(`published tagledger.yaml to ${to}`)]);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "config", Key: "in/force.yaml" }));
    expect(await Body?.transformToString()).toBe(CONFIG);
    const { rules } = JSON.parse(tagledger("readiness", "-c", to, ...LEDGER, "--json").stdout);
    expect(rules[0]).toMatchObject({ turnedOnBy: "ada", accounts: [{ account: MOTO_ACCOUNT, disputed: 3 }] });
  },
  PATIENCE,
);

test(
  "a ledger may be a table",
  async () => {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const client = new DynamoDBClient({ endpoint: moto.endpoint, region: REGION, credentials });
    await createTable({ client, table: "tagledger" });
    const { status, stdout, stderr } = tagledger("coverage", "--ledger", "dynamodb://tagledger", "--json");
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ events: { seen: 0 }, resources: { total: 0 } });
    expect(tagledger("coverage", "--ledger", "dynamodb://absent")).toMatchObject({ status: 3 });
    expect(tagledger("coverage", "--ledger", "dynamodb:absent")).toMatchObject({ status: 2 });
  },
  PATIENCE,
);
