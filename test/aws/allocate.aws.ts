import { cpSync } from "node:fs";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/ledger";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverFocus } from "../bills/deliver.ts";
import { bundle } from "../functions/bundle.ts";
import { invoke } from "../functions/invoke.ts";
import { billBucket } from "../lambda/account/billing.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";
import { localClient, makeTable } from "./local/tables.ts";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "node_modules/.cache/tagledger/functions-allocate");
const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const NAME = "allocate";
const CONFIG = `${RULES}bills: [{ s3: s3://billing/exports }]
`;

let moto: Moto;
let gates: readonly [cloud: Gate, store: Gate];

beforeAll(async () => {
  moto = await startMoto({ withImages: false });
  const store = { endpoint: inject("dynamodb"), account: MOTO_ACCOUNT };
  gates = [await openGate(moto, NAME, NAME), await openGate(store, `${NAME}-ledger`, NAME)];
  await bundle(FOLDER);
  const isQuery = (path: string) => !/\.[a-z]+$/.test(path) || path.endsWith(".sql");
  cpSync(join(ROOT, "packages/adapters/src/duckdb"), FOLDER, { recursive: true, filter: isQuery });
}, FIRST_TIME);

afterAll(async () => {
  for (const gate of gates ?? []) await gate.stop();
  await moto?.stop();
});

test("a bundled function divides the months of bills that are read, and each version once", async () => {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const s3 = new S3Client({ endpoint: moto.endpoint, region: REGION, credentials, forcePathStyle: true });
  const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
  await s3.send(new CreateBucketCommand({ Bucket: "kept", CreateBucketConfiguration }));
  await s3.send(new PutObjectCommand({ Bucket: "kept", Key: "tagledger.yaml", Body: CONFIG }));
  const bucket = await billBucket(s3);
  const client = localClient({ credentials: async () => credentials });
  const table = await makeTable(client);
  const [cloud, store] = gates;
  const common = {
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: REGION,
    AWS_ACCOUNT: MOTO_ACCOUNT,
    TAGLEDGER_TABLE: table,
    TAGLEDGER_BUS: "none",
    TAGLEDGER_CONFIG: "s3://kept/tagledger.yaml",
    TAGLEDGER_CELLS: "s3://kept/cells",
    TAGLEDGER_PLACES: `${MOTO_ACCOUNT}:${REGION}`,
  };
  const direct = { AWS_ENDPOINT_URL: moto.endpoint, AWS_ENDPOINT_URL_DYNAMODB: inject("dynamodb") };
  const gated = { AWS_ENDPOINT_URL: cloud.endpoint, AWS_ENDPOINT_URL_DYNAMODB: store.endpoint };
  const batchOf = (body: string) => ({ Records: [{ messageId: "1", eventSource: "aws:sqs", body }] });
  const published = JSON.stringify({
    source: "tagledger",
    "detail-type": "BillPublished",
    detail: { period: PERIOD },
  });
  for (const [run, salt] of [
    ["run-1", 0],
    ["run-2", 3],
  ] as const) {
    const told = await bucket.deliver(deliverFocus, makeCharges(80, salt), { run });
    await invoke(join(FOLDER, "on-bill-delivered.mjs"), [batchOf(told)], { ...common, ...direct });
    const events = [batchOf(published), batchOf(published), batchOf('{"allocate":"open","back":1}')];
    const { results, output } = await invoke(join(FOLDER, `${NAME}.mjs`), events, { ...common, ...gated });
    expect(results, output).toEqual(events.map(() => ({ batchItemFailures: [] })));
  }
  const { snapshots } = dynamodbStores({ client, table });
  const state = await snapshots.state(PERIOD, "effective");
  expect(state.snapshots).toHaveLength(2);
  const newest = await snapshots.read(state.snapshots.at(-1)?.id ?? "");
  expect(newest?.report.reconciliation.difference).toBe(0n);
  client.destroy();
});
