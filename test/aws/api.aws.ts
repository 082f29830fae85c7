import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/stores";
import { API_WRITES } from "@tagledger/core/policy/iam/api-stores";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { eventOf, type Question } from "../api/ask.ts";
import { FRAUD, publishedRules, resourceOf, settle, USAGE, VISION } from "../api/deployed-company.ts";
import { bundle } from "../functions/bundle.ts";
import { invoke } from "../functions/invoke.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";
import { localClient, makeTable } from "./local/tables.ts";

const FOLDER = join(import.meta.dirname, "../../node_modules/.cache/tagledger/functions-api");
const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const JSON_BODY = { "content-type": "application/json" };
const DAY = 86_400_000;

let moto: Moto;
let gates: readonly [cloud: Gate, store: Gate];

beforeAll(async () => {
  moto = await startMoto({ withImages: false });
  const store = { endpoint: inject("dynamodb"), account: MOTO_ACCOUNT };
  gates = [await openGate(moto, "api", "api"), await openGate(store, "api-ledger", "api")];
  await bundle(FOLDER);
}, FIRST_TIME);

afterAll(async () => {
  for (const gate of gates ?? []) await gate.stop();
  await moto?.stop();
});

interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

test("the bundled function shows, takes in and decides, and writes nowhere but where it may", async () => {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const s3 = new S3Client({ endpoint: moto.endpoint, region: REGION, credentials, forcePathStyle: true });
  const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
  await s3.send(new CreateBucketCommand({ Bucket: "rules", CreateBucketConfiguration }));
  const Body = publishedRules("https://login.example.com/");
  await s3.send(new PutObjectCommand({ Bucket: "rules", Key: "tagledger.yaml", Body }));
  const client = localClient({ credentials: async () => credentials });
  const table = await makeTable(client);
  const stores = dynamodbStores({ client, table });
  const { id } = await settle(stores);
  const env = {
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: REGION,
    AWS_ACCOUNT: MOTO_ACCOUNT,
    TAGLEDGER_TABLE: table,
    TAGLEDGER_BUS: "none",
    TAGLEDGER_CONFIG: "s3://rules/tagledger.yaml",
    TAGLEDGER_PLACES: `${MOTO_ACCOUNT}:${REGION}`,
    AWS_ENDPOINT_URL: gates[0].endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: gates[1].endpoint,
  };
  const asked = async (...questions: readonly Question[]) => {
    const events = questions.map((question) => eventOf({ ...question, path: `/iam${question.path}` }));
    const { results, output } = await invoke(join(FOLDER, "api.mjs"), events, env);
    const answers = results as readonly Answer[];
    const refused = answers.filter(({ statusCode }) => statusCode >= 300);
    expect(refused, output).toEqual([]);
    return answers.map(({ body }) => body);
  };
  const month = "/api/v1/months/2026-09";
  const shown = ["session", "months", "resources", "resources/counts", "violations", "live", "requests"];
  await asked(
    ...shown.map((name) => ({ path: `/api/v1/${name}`, principal: FRAUD })),
    ...["pools", "coverage"].map((name) => ({ path: `${month}/${name}`, principal: FRAUD })),
    { path: `/api/v1/snapshots/${id}`, principal: VISION },
    { path: "/api/v1/resource", query: `name=${resourceOf("fraud")}`, principal: FRAUD },
  );
  const wanted = { kind: "exemption", resource: resourceOf("fraud"), reason: "moves" };
  const until = new Date(Date.now() + 20 * DAY).toISOString();
  const [, request = ""] = await asked(
    {
      method: "POST",
      path: "/api/v1/usage",
      query: "name=september.csv",
      headers: { "content-type": "text/csv" },
      body: USAGE,
      principal: FRAUD,
    },
    {
      method: "POST",
      path: "/api/v1/requests",
      headers: JSON_BODY,
      body: JSON.stringify({ ...wanted, until }),
      principal: FRAUD,
    },
  );
  await asked({
    method: "POST",
    path: `/api/v1/requests/${(JSON.parse(request) as { readonly id: string }).id}/decision`,
    headers: JSON_BODY,
    body: '{"decision":"approve"}',
    principal: VISION,
  });
  expect(await stores.uploads.list()).toMatchObject([{ name: "september.csv", by: FRAUD }]);
  const { facts } = await stores.ledger.history(resourceOf("fraud"));
  expect(facts.map(({ kind }) => kind)).toContain("exempted");

  const writes = gates[1].calls().filter(({ isWrite }) => isWrite);
  const partitions = writes.flatMap(({ request: text }) =>
    [...text.matchAll(/"PK":\{"S":"([^"]*)"/g)].map(([, partition = ""]) => partition),
  );
  const isAllowed = (partition: string) =>
    API_WRITES.some((allowed) =>
      allowed.endsWith("*") ? partition.startsWith(allowed.slice(0, -1)) : partition === allowed,
    );
  expect(new Set(partitions.map((partition) => partition.split("#")[0]))).toEqual(
    new Set(["CONTENT", "REQUEST", "RESOURCE", "UPLOADS"]),
  );
  expect(partitions.filter((partition) => !isAllowed(partition))).toEqual([]);
  client.destroy();
});
