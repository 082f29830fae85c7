import { cpSync } from "node:fs";
import { join } from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { dynamodbStores } from "@tagledger/adapters/dynamodb/stores";
import { makeFolder, type TestFolder } from "@tagledger/adapters/testing/folder";
import type { OwnFunction } from "@tagledger/core/policy/iam/stores";
import { afterAll, beforeAll, inject } from "vitest";
import { bundle } from "../../functions/bundle.ts";
import { invoke } from "../../functions/invoke.ts";
import { billBucket } from "../../lambda/account/billing.ts";
import { type Gate, openGate } from "./gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./moto.ts";
import { localClient, makeTable } from "./tables.ts";

const ROOT = join(import.meta.dirname, "../../..");
const REGION = "eu-central-1";
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" };

/** An account with a bill, a configuration and a ledger, and the bundled functions that read them. */
export interface BillingAccount {
  readonly bucket: Awaited<ReturnType<typeof billBucket>>;
  readonly stores: ReturnType<typeof dynamodbStores>;
  /** Has the function that is tested take in messages; what it calls is recorded. */
  tested(messages: readonly string[]): ReturnType<typeof invoke>;
  /** Has another one do so, unseen. */
  other(name: OwnFunction, messages: readonly string[]): ReturnType<typeof invoke>;
  close(): void;
}

/**
 * Starts what functions of bills need, for the tests of a file.
 *
 * @returns what makes the account, with the text of its configuration
 */
export function billingAccountFor(name: OwnFunction): (configuration: string) => Promise<BillingAccount> {
  const folder = join(ROOT, `node_modules/.cache/tagledger/functions-of-${name}`);
  let moto: Moto;
  // Each function has a disk of its own.
  let disk: TestFolder;
  let gates: readonly [cloud: Gate, store: Gate];
  beforeAll(async () => {
    disk = makeFolder();
    moto = await startMoto({ withImages: false });
    const store = { endpoint: inject("dynamodb"), account: MOTO_ACCOUNT };
    gates = [await openGate(moto, name, name), await openGate(store, `${name}-ledger`, name)];
    await bundle(folder);
    const isQuery = (path: string) => !/\.[a-z]+$/.test(path) || path.endsWith(".sql");
    cpSync(join(ROOT, "packages/adapters/src/duckdb"), folder, { recursive: true, filter: isQuery });
  }, FIRST_TIME);
  afterAll(async () => {
    for (const gate of gates ?? []) await gate.stop();
    await moto?.stop();
    disk.remove();
  });
  return async (Body) => {
    const s3 = new S3Client({
      endpoint: moto.endpoint,
      region: REGION,
      credentials: CREDENTIALS,
      forcePathStyle: true,
    });
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await s3.send(new CreateBucketCommand({ Bucket: "kept", CreateBucketConfiguration }));
    await s3.send(new PutObjectCommand({ Bucket: "kept", Key: "tagledger.yaml", Body }));
    const client = localClient({ credentials: async () => CREDENTIALS });
    const table = await makeTable(client);
    const run = (named: OwnFunction, messages: readonly string[], [cloud, store]: readonly string[]) =>
      invoke(join(folder, `${named}.mjs`), messages.map(batchOf), {
        ...environmentWith(table),
        TMPDIR: disk.at(""),
        AWS_ENDPOINT_URL: `${cloud}`,
        AWS_ENDPOINT_URL_DYNAMODB: `${store}`,
      });
    return {
      bucket: await billBucket(s3),
      stores: dynamodbStores({ client, table }),
      tested: (messages) =>
        run(
          name,
          messages,
          gates.map(({ endpoint }) => endpoint),
        ),
      other: (named, messages) => run(named, messages, [moto.endpoint, inject("dynamodb")]),
      close: () => client.destroy(),
    };
  };
}

function environmentWith(table: string) {
  return {
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_REGION: REGION,
    AWS_ACCOUNT: MOTO_ACCOUNT,
    TAGLEDGER_TABLE: table,
    TAGLEDGER_BUS: "none",
    TAGLEDGER_CONFIG: "s3://kept/tagledger.yaml",
    TAGLEDGER_CELLS: "s3://kept/cells",
    TAGLEDGER_PLACES: `${MOTO_ACCOUNT}:${REGION}`,
  };
}

function batchOf(body: string) {
  return { Records: [{ messageId: "1", eventSource: "aws:sqs", body }] };
}
