import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { awsClients } from "@tagledger/adapters/aws/inventory/clients";
import { openSqliteLedger } from "@tagledger/adapters/sqlite/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeInstance } from "./local/company/instance.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";
import { listedWholly, type Wholly } from "./local/wholly.ts";

const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const PATIENCE = 120_000;

const folder = mkdtempSync(join(tmpdir(), "tagledger-sweep-"));
const main = join(import.meta.dirname, "../../packages/cli/bin/tagledger.js");
const LEDGER = ["--ledger", "ledger.sqlite"];

let moto: Moto;
let whole: Wholly;

beforeAll(async () => {
  moto = await startMoto();
  whole = await listedWholly(moto.endpoint);
  writeFileSync(
    join(folder, "tagledger.yaml"),
    "version: 1\ntags: { ml-team: { required: true, values: [vision] } }\n",
  );
  await (await openSqliteLedger(join(folder, "ledger.sqlite"))).close();
}, FIRST_TIME);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  whole?.stop();
  await moto?.stop();
});

/** The command line, with credentials for the emulator as a person has them. */
async function tagledger(endpoint: string, ...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ENDPOINT_URL_KINESIS: whole.kinesis,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  const ended = once(child, "close");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { status: child.exitCode, stdout, stderr };
}

const sweep = (endpoint: string) =>
  tagledger(endpoint, "sweep", "--place", `${MOTO_ACCOUNT}:${REGION}`, ...LEDGER, "--json");

test(
  "a sweep takes in what no event told of, once",
  async () => {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const clients = awsClients({
      account: MOTO_ACCOUNT,
      region: REGION,
      endpoint: moto.endpoint,
      credentials,
    });
    const { arn, id } = await makeInstance(clients, { name: "untold", tags: {}, at: Date.now() });
    const first = await sweep(whole.endpoint);
    expect([first.status, first.stderr]).toEqual([0, ""]);
    const { found, neverSeen, drifted } = JSON.parse(first.stdout);
    expect([neverSeen, drifted]).toEqual([found, 0]);
    const told = await tagledger(whole.endpoint, "resource", id, ...LEDGER, "--json");
    expect(JSON.parse(told.stdout)).toMatchObject({
      resource: arn,
      incarnations: [{ type: "ec2:instance" }],
    });
    expect(JSON.parse((await sweep(whole.endpoint)).stdout)).toMatchObject({
      found,
      neverSeen: 0,
      drifted: 0,
    });
  },
  PATIENCE,
);

test(
  "a sweep that breaks off fails, and says at which call and where",
  async () => {
    expect(await sweep(moto.endpoint)).toMatchObject({
      status: 3,
      stdout: "",
      stderr: expect.stringContaining(
        "ec2:DescribeCapacityReservations in account 111122223333, region eu-central-1",
      ),
    });
  },
  PATIENCE,
);

test("a sweep wants to know where, by account and region", async () => {
  const words = "expected an account and a region";
  for (const [args, said] of [
    [[], "--place 111122223333:eu-central-1"],
    [["--place", "eu-central-1"], words],
  ] as const)
    expect(await tagledger(moto.endpoint, "sweep", ...args, ...LEDGER)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(said),
    });
});
