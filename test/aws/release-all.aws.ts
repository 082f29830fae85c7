import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeInstancesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { STSClient } from "@aws-sdk/client-sts";
import { clientsInAccounts } from "@tagledger/adapters/aws/accounts";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import { awsRemedies } from "@tagledger/adapters/aws/remedies/remedies";
import { awsTagger } from "@tagledger/adapters/aws/tagging/tagger";
import { dynamodbLedger } from "@tagledger/adapters/dynamodb/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import { loadConfig } from "@tagledger/core/config/load";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { work } from "@tagledger/core/flows/work";
import { makePrice } from "@tagledger/core/spend/testing/rates";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type MadeInstance, makeInstance } from "./local/company/instance.ts";
import { type Moto, startMoto } from "./local/moto.ts";
import { localClient, makeTable } from "./local/tables.ts";

const [REGION, HOUR] = ["eu-central-1", 3_600_000];
const [MEMBER, ROLE] = ["222233334444", "tagledger-remediation"];
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const PATIENCE = 120_000;

/** Instances in two accounts are stopped; so much may start again within an hour. */
const configured = (usdPerHour: string) => `version: 1
tags: { ml-team: { required: true, values: [vision] } }
teams: { vision: {} }
enforcement:
  environments: { dev: { accounts: ["${moto.account}", "${MEMBER}"] } }
  breaker: { perAccountPerHour: 100, perOrganizationPerHour: 100, usdPerHour: "${usdPerHour}" }
  rules:
    - match: { type: "ec2:instance", environment: dev }
      mode: [notify, quarantine]
      deadline: 2h
      allow: ["ec2:stop"]
`;

const folder = mkdtempSync(join(tmpdir(), "tagledger-release-all-"));
const main = join(import.meta.dirname, "../../packages/cli/bin/tagledger.js");
const credentials = { accessKeyId: "test", secretAccessKey: "test" };

let moto: Moto;
/** The ledger's table: in DynamoDB Local, as moto loses what is written beside a transaction that it refuses. */
let table: string;
let all: readonly { readonly clients: Clients; readonly instance: MadeInstance }[] = [];

/** Gives back everything, from a terminal in our own account. */
function releaseAll(...args: string[]) {
  const given = [
    "release",
    "--all",
    "--by",
    "ann",
    "--reason",
    "we leave",
    "--ledger",
    `dynamodb://${table}`,
    ...args,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...given], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: inject("dynamodb"),
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  return { status, stdout, stderr };
}

/** How many instances run in each account. */
async function running(): Promise<Record<string, number>> {
  const found: Record<string, number> = { [moto.account]: 0, [MEMBER]: 0 };
  for (const { clients, instance } of all) {
    const { Reservations } = await clients
      .of(EC2Client)
      .send(new DescribeInstancesCommand({ InstanceIds: [instance.id] }));
    const isRunning = Reservations?.[0]?.Instances?.[0]?.State?.Name === "running";
    found[clients.account] = (found[clients.account] ?? 0) + (isRunning ? 1 : 0);
  }
  return found;
}

/** Two instances in each of two accounts, that nobody tagged and that were stopped for that some hours ago. */
beforeAll(async () => {
  moto = await startMoto({ severalAccounts: true });
  const { endpoint } = moto;
  const client = localClient({ credentials });
  table = await makeTable(client);
  const ledger = dynamodbLedger({ client, table });
  const sts = async () => new STSClient({ endpoint, region: REGION, credentials });
  const members = clientsInAccounts({ home: moto.account, role: ROLE, sts, endpoint });
  const home = awsClients({ account: moto.account, region: REGION, endpoint, credentials });
  const clientsFor = (account: string, region: string) =>
    account === moto.account ? home : members(account, region);
  const places = [moto.account, MEMBER].map((account) => ({ account, region: REGION }));
  const { config } = loadConfig(configured("1000"), "tagledger.yaml");
  const published = { config, hash: nodeHash.sha256(canonicalConfig(config)) };
  let now = Date.now() - 12 * HOUR;
  const reach = { clientsFor, places };
  const ports = {
    ledger,
    inventory: awsInventory(reach),
    remedies: awsRemedies(reach),
    tagger: awsTagger(reach),
    prices: { price: async () => makePrice("0.1") },
    hash: nodeHash,
    notifier: { send: async () => ({ via: ["slack"], refusedBy: [] }) },
    configurations: { current: async () => published },
    clock: () => now,
  };
  const rules = rulesOf(config, published.hash, () => true);
  const made = [];
  for (const { account } of places) {
    const clients = clientsFor(account, REGION);
    if (clients === null) throw new Error(`there is no way into ${account}`);
    for (const name of ["one", "two"]) {
      const instance = await makeInstance(clients, { name: `${name}-${account}`, tags: {}, at: now });
      made.push({ clients, instance });
      await enforce(ports, rules, { record: instance.record, now });
    }
  }
  all = made;
  for (let hour = 0; hour < 6; hour++) {
    now += HOUR;
    await work(ports, rules);
  }
}, FIRST_TIME);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await moto?.stop();
});

test(
  "everything in all accounts is given back in the end, whatever is in the way meanwhile",
  async () => {
    expect(await running()).toEqual({ [moto.account]: 0, [MEMBER]: 0 });

    writeFileSync(join(folder, "tagledger.yaml"), configured("0.15"));
    const shut = releaseAll("--json");
    expect([shut.status, await running()]).toEqual([3, { [moto.account]: 1, [MEMBER]: 0 }]);
    expect(shut.stderr).toContain("still quarantined: 3");
    expect(JSON.parse(shut.stdout)).toHaveLength(4);

    const limited = releaseAll("--role", ROLE);
    expect([limited.status, await running()]).toEqual([1, { [moto.account]: 1, [MEMBER]: 0 }]);
    expect(limited.stderr.match(/^not yet released arn:.*at most 0.15$/gm)).toHaveLength(3);
    expect(limited.stderr).toContain("3 of them wait for the limit on what may start again within an hour");

    writeFileSync(join(folder, "tagledger.yaml"), configured("1000"));
    const open = releaseAll("--role", ROLE, "--json");
    expect([open.status, await running()]).toEqual([0, { [moto.account]: 2, [MEMBER]: 2 }]);
    expect(open.stderr).toMatch(/\nnothing is quarantined\n$/);
    const answers: readonly Readonly<Record<string, unknown>>[] = JSON.parse(open.stdout);
    expect(answers.map(({ isReleased, isLimited }) => [isReleased, isLimited])).toEqual(
      answers.map(() => [true, false]),
    );
    expect(answers).toHaveLength(3);
    expect(answers[0]).toMatchObject({
      quarantine: { remedy: "ec2:stop", asked: { by: "ann", reason: "we leave" } },
    });

    expect(releaseAll("--json")).toEqual({ status: 0, stdout: "[]\n", stderr: "nothing is quarantined\n" });
  },
  PATIENCE,
);
