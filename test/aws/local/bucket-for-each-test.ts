import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { awsClients } from "@tagledger/adapters/aws/inventory/clients";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./moto.ts";

/** A bucket that moto keeps: another one in each test. */
export interface TestBucket {
  readonly client: S3Client;
  readonly name: string;
  put(key: string, body: string | Uint8Array): Promise<void>;
}

/**
 * Starts moto for the tests of a file, and makes each of them a bucket.
 *
 * @example const bucket = bucketForEachTest("logs"); // in a test: bucket.name is "logs-1", then "logs-2"
 */
export function bucketForEachTest(named: string): TestBucket {
  let moto: Moto;
  let client: S3Client;
  let name = "";
  let count = 0;
  beforeAll(async () => {
    moto = await startMoto();
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const place = { account: MOTO_ACCOUNT, region: "eu-central-1" };
    client = awsClients({ ...place, endpoint: moto.endpoint, credentials }).of(S3Client);
  });
  afterAll(() => moto?.stop());
  beforeEach(async () => {
    name = `${named}-${++count}`;
    const CreateBucketConfiguration = { LocationConstraint: "eu-central-1" } as const;
    await client.send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration }));
  });
  return {
    get client() {
      return client;
    },
    get name() {
      return name;
    },
    async put(Key, Body) {
      await client.send(new PutObjectCommand({ Bucket: name, Key, Body }));
    },
  };
}
