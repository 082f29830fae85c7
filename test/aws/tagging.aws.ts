import { AutoScalingClient, DescribeTagsCommand } from "@aws-sdk/client-auto-scaling";
import { EC2Client } from "@aws-sdk/client-ec2";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { awsInventory } from "@tagledger/adapters/aws/inventory/inventory";
import { awsTagger } from "@tagledger/adapters/aws/tagging/tagger";
import { tagging } from "@tagledger/adapters/aws/tagging/writers/tagging";
import type { Inventory, Tagger } from "@tagledger/core/ports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MadeType, makeEstate, makers } from "./local/estate/estate.ts";
import { makeGroup, makeInstances } from "./local/estate/fleet.ts";
import { TAGS } from "./local/estate/maker.ts";
import { makeRole } from "./local/estate/role.ts";
import { clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { callsOf } from "./local/middleware.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";
import { soughtOf, tagTo } from "./local/tag-to.ts";

const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const PLACE = { account: MOTO_ACCOUNT, region: REGION };
const TYPES = makers.map(({ type }) => type);
/** A type of which moto shows only the tags that it was made with. */
const NOT_SHOWN = "ec2:launch-template";
/** What is gone, and takes tags all the same from moto, or breaks it. */
const OUTLIVED = [
  "dynamodb:table",
  "ec2:instance",
  "ec2:natgateway",
  "ecs:cluster",
  "ecs:service",
  "elasticfilesystem:file-system",
  "elasticmapreduce:cluster",
  "glue:job",
  "logs:log-group",
  "rds:db",
  "s3:bucket",
  "sagemaker:endpoint",
  "sagemaker:notebook-instance",
];
/** What somebody else wrote, and a key that is misspelt. */
const THEIRS = { owner: "ada" };
const MISSPELT = { "ml-tema": "vision" };
const OURS = { "ml-team": "fraud-detection", "ml-project": "scores" };

let moto: Moto;
let gate: Gate;
let clients: Clients;
let watched: Clients;
let inventory: Inventory;
let tagger: Tagger;
let estate: ReadonlyMap<string, MadeType>;

beforeAll(async () => {
  moto = await startMoto();
  clients = awsClients({ ...PLACE, endpoint: moto.endpoint, credentials });
  gate = await openGate(moto, "tagging", "on-due");
  watched = clientsThrough(gate, PLACE);
  const reach = { clientsFor: () => watched, places: [PLACE] };
  inventory = awsInventory(reach);
  tagger = awsTagger(reach);
  await makeRole(moto.endpoint, "lambda");
  estate = await makeEstate(clients);
}, FIRST_TIME);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

describe("tags are written", () => {
  test.each(TYPES.filter((type) => type !== NOT_SHOWN))(
    "to %s, where others keep theirs and a misspelt key goes",
    async (type) => {
      const { tagged, plain } = made(type);
      const before = await tagger.write([tagTo(tagged, { ...THEIRS, ...MISSPELT }), tagTo(plain, MISSPELT)]);
      expect(before).toEqual([null, null]);
      expect(await tagsOf(tagged)).toEqual({ ...TAGS, ...THEIRS, ...MISSPELT });
      expect(await tagger.write([tagTo(tagged, OURS, ["ml-tema"]), tagTo(plain, OURS, ["ml-tema"])])).toEqual(
        [null, null],
      );
      expect(await tagsOf(tagged)).toEqual({ ...TAGS, ...THEIRS, ...OURS });
      expect(await tagsOf(plain)).toEqual(OURS);
      // Nothing is done twice by writing twice.
      expect(await tagger.write([tagTo(tagged, OURS, ["ml-tema"])])).toEqual([null]);
      expect(await tagsOf(tagged)).toEqual({ ...TAGS, ...THEIRS, ...OURS });
    },
  );

  test("to all types at once, each answered in its place", async () => {
    const shown = [...estate.values()].filter(({ type }) => type !== NOT_SHOWN);
    const all = shown.flatMap(({ tagged, plain }) => [tagged, plain]);
    const written = await tagger.write(all.map((arn, place) => tagTo(arn, { place: `${place}` })));
    expect(written).toEqual(all.map(() => null));
    const looks = await inventory.look(all.map(soughtOf));
    const places = looks.map((look) => ("tags" in look ? look.tags?.place : look));
    expect(places).toEqual(all.map((_, place) => `${place}`));
  });

  test("to sixty instances and a volume by one call, and taken off by one", async () => {
    const instances = await makeInstances(clients, 60);
    const arns = [...instances.map((id) => arnOf(`instance/${id}`)), made("ec2:volume").plain];
    const calls = callsOf(watched.of(EC2Client));
    expect(await tagger.write(arns.map((arn) => tagTo(arn, OURS, ["ml-tema"])))).toEqual(
      arns.map(() => null),
    );
    expect(calls).toEqual(["CreateTagsCommand", "DeleteTagsCommand"]);
    const looks = await inventory.look(arns.map(soughtOf));
    expect(looks.filter((look) => "tags" in look && look.tags?.["ml-project"] === "scores")).toHaveLength(61);
  });

  test("though some of what gets the same tags is gone", async () => {
    const arns = (await makeInstances(clients, 58)).map((id) => arnOf(`instance/${id}`));
    arns.splice(7, 0, made("ec2:volume").gone);
    arns.splice(31, 0, made("ec2:launch-template").gone);
    const written = await tagger.write(arns.map((arn) => tagTo(arn, OURS)));
    expect(written.flatMap((each, place) => (each === null ? [] : [[place, each.refused]]))).toEqual([
      [7, "gone"],
      [31, "gone"],
    ]);
    const looks = await inventory.look(arns.map(soughtOf));
    expect(looks.filter((look) => "tags" in look && look.tags?.["ml-project"] === "scores")).toHaveLength(58);
  });

  test("to an Auto Scaling group, which passes on what it passed on before", async () => {
    const arn = await makeGroup(clients, "scorers");
    expect(await tagger.write([tagTo(arn, OURS, ["ml-tema"])])).toEqual([null]);
    expect(await passedOn("scorers")).toEqual({
      "ml-team": ["fraud-detection", false],
      "ml-project": ["scores", true],
      owner: ["ada", false],
    });
  });

  test("to an Auto Scaling group of which only the name is known", async () => {
    await makeGroup(clients, "trainers");
    const target = {
      resource: "trainers",
      arn: null,
      id: "trainers",
      type: "autoscaling:autoScalingGroup",
      ...PLACE,
    };
    expect(await tagger.write([{ target, set: OURS, remove: [] }])).toEqual([null]);
    expect(await passedOn("trainers")).toMatchObject({
      "ml-project": ["scores", true],
      owner: ["ada", false],
    });
  });

  test("by the Tagging API as by the services themselves", async () => {
    const { tagged, plain } = made("rds:db");
    const both = [tagged, plain].map((arn) => tagTo(arn, { "ml-workload-type": "training" }, ["ml-project"]));
    const named = both.map((each) => ({ ...each, target: { ...each.target, arn: each.target.arn ?? "" } }));
    expect(await tagging.write(watched, named)).toEqual([null, null]);
    for (const arn of [tagged, plain]) {
      const { "ml-project": project, "ml-workload-type": workload, "ml-team": team } = await tagsOf(arn);
      expect([project, workload, team]).toEqual([undefined, "training", "fraud-detection"]);
    }
  });
});

describe("tags are refused", () => {
  test.each(TYPES.filter((type) => !OUTLIVED.includes(type)))(
    "by %s that is gone, and by nothing else",
    async (type) => {
      const { gone, tagged } = made(type);
      const written = await tagger.write([tagTo(gone, OURS), tagTo(tagged, { after: "all" })]);
      expect(written.map((each) => each?.refused)).toEqual(["gone", undefined]);
    },
  );

  test("where nobody answers", async () => {
    // The discard service, which no machine runs.
    const nowhere = awsClients({ ...PLACE, endpoint: "http://127.0.0.1:9", credentials });
    const unreachable = awsTagger({ clientsFor: () => nowhere, places: [PLACE] });
    const written = await unreachable.write(TYPES.map((type) => tagTo(made(type).tagged, OURS)));
    expect(written.map((each) => each?.refused)).toEqual(TYPES.map(() => "failed"));
  });
});

function made(type: string): MadeType {
  const found = estate.get(type);
  if (found === undefined) throw new Error(`nothing was made of ${type}`);
  return found;
}

function arnOf(resource: string): string {
  return `arn:aws:ec2:${REGION}:${MOTO_ACCOUNT}:${resource}`;
}

async function tagsOf(arn: string) {
  const [look] = await inventory.look([soughtOf(arn)]);
  if (look === undefined || !("tags" in look) || look.tags === null) {
    throw new Error(`${arn} was not read: ${JSON.stringify(look)}`);
  }
  return look.tags;
}

async function passedOn(name: string) {
  const Filters = [{ Name: "auto-scaling-group", Values: [name] }];
  const { Tags = [] } = await clients.of(AutoScalingClient).send(new DescribeTagsCommand({ Filters }));
  return Object.fromEntries(
    Tags.map(({ Key, Value, PropagateAtLaunch }) => [Key, [Value, PropagateAtLaunch]]),
  );
}
