import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { loadConfig } from "@tagledger/core/config/load";
import { switchableRules } from "@tagledger/core/flows/turn-on";
import type { Ledger } from "@tagledger/core/ports";

const KEY = "tagledger.yaml";

/** Where the configuration is. */
export interface PublishedObject {
  /** Puts a configuration in force. */
  publish(text: string): Promise<void>;
  /** Takes it away. */
  unpublish(): Promise<void>;
}

/** Makes a bucket for a configuration. */
export async function makeBucket(client: S3Client, Bucket: string): Promise<PublishedObject> {
  const CreateBucketConfiguration = { LocationConstraint: "eu-central-1" } as const;
  await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  return {
    async publish(Body) {
      await client.send(new PutObjectCommand({ Bucket, Key: KEY, Body }));
    },
    async unpublish() {
      await client.send(new DeleteObjectCommand({ Bucket, Key: KEY }));
    },
  };
}

/** Lets somebody turn all rules of a configuration on. */
export async function turnOn(ledger: Ledger, text: string): Promise<void> {
  const { config } = loadConfig(text, KEY);
  for (const { place, fingerprint: rule } of switchableRules(config, nodeHash)) {
    const approval = { rule, place, by: "mira", at: Date.now(), override: "a test", figures: [] };
    await ledger.transact([{ kind: "approval", approval }]);
  }
}
