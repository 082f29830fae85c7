import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { TestCharge } from "../../bills/charge.ts";
import type { Deliver, DeliverOptions } from "../../bills/deliver.ts";

/** The bucket that made bills are delivered into, as their manifests say. */
const BUCKET = "billing";

/** A bucket that bills are delivered into. */
export interface BillBucket {
  /** Delivers a bill, and gives what EventBridge tells of its manifest. */
  deliver(how: Deliver, charges: readonly TestCharge[], options?: DeliverOptions): Promise<string>;
  remove(key: string): Promise<void>;
  /** All that is in a bucket, by key. */
  keys(bucket?: string): Promise<readonly string[]>;
}

/** Makes the bucket, or empties it. */
export async function billBucket(client: S3Client): Promise<BillBucket> {
  const CreateBucketConfiguration = { LocationConstraint: "eu-central-1" } as const;
  await client.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration })).catch((error) => {
    if (error?.name !== "BucketAlreadyOwnedByYou") throw error;
  });
  const keys = async (Bucket = BUCKET) => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
    return Contents.flatMap(({ Key }) => Key ?? []);
  };
  const remove = async (Key: string) => {
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key }));
  };
  for (const key of await keys()) await remove(key);
  return {
    keys,
    remove,
    async deliver(how, charges, options) {
      const folder = mkdtempSync(join(tmpdir(), "bill-"));
      const manifest = await how(folder, charges, options);
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        const path = join(folder, name);
        if (!statSync(path).isFile()) continue;
        await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: name, Body: readFileSync(path) }));
      }
      rmSync(folder, { recursive: true });
      return created(relative(folder, manifest));
    },
  };
}

/** What EventBridge puts into a queue for an object that S3 was given. */
export function created(key: string, bucket = BUCKET): string {
  return JSON.stringify({
    version: "0",
    id: "17793124-05d4-b198-2fde-7ededc63b103",
    "detail-type": "Object Created",
    source: "aws.s3",
    account: "111122223333",
    time: "2026-10-02T09:12:44Z",
    region: "eu-central-1",
    resources: [`arn:aws:s3:::${bucket}`],
    detail: { version: "0", bucket: { name: bucket }, object: { key, size: 5 }, reason: "PutObject" },
  });
}
