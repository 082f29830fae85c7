import { CloudWatchLogsClient, CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import { tagging } from "@tagledger/adapters/aws/inventory/readers/tagging";
import { arnFacts } from "@tagledger/core/catalog/arn";
import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Inventory } from "@tagledger/core/ports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MadeType, makeEstate, makers } from "./local/estate/estate.ts";
import { TAGS } from "./local/estate/maker.ts";
import { makeRole } from "./local/estate/role.ts";
import { clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { listersOfMoto } from "./local/listers.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";

const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const PLACE = { account: MOTO_ACCOUNT, region: REGION };
const TYPES = makers.map(({ type }) => type);

/** Types whose tags moto goes on showing when they are gone, where AWS refuses. */
const OUTLIVED = ["elasticfilesystem:file-system", "glue:job", "logs:log-group", "rds:db"];
/** Types that no service list tells, so that only what has tags is found; those of launch templates moto does not tell. */
const NOT_WHOLE = ["ec2:launch-template", "glue:job"];
/** A type that moto takes to be in us-east-1, whoever asks. */
const ELSEWHERE = "elasticmapreduce:cluster";

let moto: Moto;
let gate: Gate;
let clients: Clients;
let watched: Clients;
let inventory: Inventory;
let estate: ReadonlyMap<string, MadeType>;

beforeAll(async () => {
  moto = await startMoto();
  clients = clientsFor(MOTO_ACCOUNT, REGION);
  gate = await openGate(moto, "inventory", "sweep");
  watched = clientsThrough(gate, PLACE);
  inventory = awsInventory({ clientsFor: () => watched, places: [PLACE], listers: listersOfMoto });
  await makeRole(moto.endpoint, "lambda");
  estate = await makeEstate(clients);
}, FIRST_TIME);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

describe("a look", () => {
  test.each(TYPES)("finds the tags of %s, and that it has none", async (type) => {
    const { tagged, plain } = made(type);
    expect([tagged, plain].map((arn) => arnFacts(arn).type)).toEqual([type, type]);
    expect(await looksAt(tagged, plain)).toEqual([{ tags: TAGS }, { tags: {} }]);
  });

  test.each(TYPES.filter((type) => !OUTLIVED.includes(type)))("finds that %s is gone", async (type) => {
    const { tagged, gone } = made(type);
    expect(await looksAt(gone, tagged)).toEqual([{ miss: "absent" }, { tags: TAGS }]);
  });

  test.each([
    "instance/i-0123456789abcdef0",
    "volume/vol-0123456789abcdef0",
    "launch-template/lt-0123456789abcdef0",
  ])("finds that %s never was", async (unknown) => {
    const arn = `arn:aws:ec2:${REGION}:${MOTO_ACCOUNT}:${unknown}`;
    expect(await looksAt(arn)).toEqual([{ miss: "absent" }]);
  });

  test("answers for all that it is asked for at once, in their order", async () => {
    const all = [...estate.values()].filter(({ type }) => !OUTLIVED.includes(type));
    const looks = await looksAt(...all.flatMap(({ plain, gone, tagged }) => [plain, gone, tagged]));
    expect(looks).toEqual(all.flatMap(() => [{ tags: {} }, { miss: "absent" }, { tags: TAGS }]));
  });

  test("takes no silence for an answer", async () => {
    const { plain, tagged } = made("dynamodb:table");
    const sought = [plain, tagged].map(soughtOf);
    expect(await tagging.read(watched, sought)).toEqual([{ miss: "failed" }, { tags: TAGS }]);
    // EC2 lists no tags of what has none, and nobody is known to tell whether it is there.
    expect(await looksAt(`arn:aws:ec2:${REGION}:${MOTO_ACCOUNT}:route-table/rtb-1`)).toEqual([
      { miss: "failed" },
    ]);
  });

  test("at what nobody answers for is one that failed", async () => {
    // The discard service, which no machine runs.
    const unreachable = awsInventory({
      clientsFor: (account, region) => clientsFor(account, region, "http://127.0.0.1:9"),
      places: [PLACE],
    });
    const sought = ["ec2:instance", "s3:bucket"].map((type) => soughtOf(made(type).tagged));
    expect(await unreachable.look(sought)).toEqual([{ miss: "failed" }, { miss: "failed" }]);
  });
});

describe("a list", () => {
  let found: ReadonlyMap<string, TagMap>;

  beforeAll(async () => {
    found = await everything(inventory);
  });

  test.each(TYPES.filter((type) => !NOT_WHOLE.includes(type)))("holds each %s that is there", (type) => {
    const { tagged, plain, gone } = made(type);
    expect([tagged, plain, gone].map((arn) => found.get(arn))).toEqual([TAGS, {}, undefined]);
    expect(inventory.lists(soughtOf(gone))).toBe(type !== ELSEWHERE);
  });

  test("of what no service lists holds no more than the Tagging API tells", () => {
    const { tagged, plain } = made("glue:job");
    expect([tagged, plain].map((arn) => found.get(arn))).toEqual([TAGS, undefined]);
    expect(inventory.lists(soughtOf(plain))).toBe(false);
  });

  test("does not hold other regions", () => {
    expect(inventory.lists(soughtOf(made("rds:db").gone.replace(REGION, "us-east-1")))).toBe(false);
  });

  test("is read page by page", async () => {
    const names = Array.from({ length: 120 }, (_, place) => `jobs-${place}`);
    for (const logGroupName of names) {
      await clients.of(CloudWatchLogsClient).send(new CreateLogGroupCommand({ logGroupName, tags: TAGS }));
    }
    const all = await everything(inventory);
    const arns = names.map((name) => `arn:aws:logs:${REGION}:${MOTO_ACCOUNT}:log-group:${name}`);
    expect(arns.filter((arn) => all.get(arn)?.["ml-team"] !== TAGS["ml-team"])).toEqual([]);
  });

  test("that breaks off says where, and is not taken for whole", async () => {
    const broken = awsInventory({ clientsFor, places: [PLACE] });
    await expect(everything(broken)).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringContaining(
        "the list by ec2:DescribeCapacityReservations in account 111122223333, region eu-central-1 broke off",
      ),
      fields: { call: "ec2:DescribeCapacityReservations", account: MOTO_ACCOUNT, region: REGION },
    });
    expect(broken.lists(soughtOf(made("ec2:instance").gone))).toBe(false);
  });
});

function clientsFor(account: string, region: string, endpoint = moto.endpoint): Clients {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return awsClients({ account, region, endpoint, credentials });
}

function made(type: string): MadeType {
  const found = estate.get(type);
  if (found === undefined) throw new Error(`nothing was made of ${type}`);
  return found;
}

function looksAt(...arns: string[]) {
  return inventory.look(arns.map(soughtOf));
}

function soughtOf(arn: string) {
  return { resource: arn, arn, ...arnFacts(arn), account: null, region: null };
}

async function everything(from: Inventory): Promise<Map<string, TagMap>> {
  const all = new Map<string, TagMap>();
  for await (const page of from.list()) for (const { resource, tags } of page) all.set(resource, tags);
  return all;
}
