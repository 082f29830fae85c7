import { awsClients } from "@tagledger/adapters/aws/inventory/clients";
import { awsTagger } from "@tagledger/adapters/aws/tagging/tagger";
import { arnFacts } from "@tagledger/core/catalog/arn";
import type { Tagging } from "@tagledger/core/ports";
import { afterEach, describe, expect, test } from "vitest";
import { type Bucket, type BucketOptions, startBucket } from "./local/bucket.ts";

const PLACE = { account: "111122223333", region: "eu-central-1" };
const ARN = "arn:aws:s3:::models";
const SYSTEM = { "aws:cloudformation:stack-name": "models" };
const BEFORE = { ...SYSTEM, owner: "ada", "ml-tema": "vision" };
const OURS = { set: { "ml-team": "vision" }, remove: ["ml-tema"] };
const AFTER = { ...SYSTEM, owner: "ada", "ml-team": "vision" };
/** A role that was given its rights before the newer calls were there. */
const OLD_ROLE = { denied: ["TagResource", "UntagResource"] } as const;

let bucket: Bucket;

afterEach(() => bucket?.stop());

async function write(options: Partial<BucketOptions> = {}, change: Omit<Tagging, "target"> = OURS) {
  bucket = await startBucket({ tags: BEFORE, ...options });
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const clients = awsClients({ ...PLACE, endpoint: bucket.endpoint, credentials });
  const tagger = awsTagger({ clientsFor: () => clients, places: [PLACE] });
  const target = { resource: ARN, arn: ARN, ...arnFacts(ARN), ...PLACE };
  const [written] = await tagger.write([{ target, ...change }]);
  return { written, tags: bucket.tags, calls: bucket.calls };
}

describe("a bucket", () => {
  test.each([false, true])(
    "takes tags by calls that add, attribute-based access control being on: %s",
    async (abac) => {
      expect(await write({ abac })).toEqual({
        written: null,
        tags: AFTER,
        calls: ["TagResource", "UntagResource"],
      });
    },
  );

  test("that is gone is told to be", async () => {
    expect(await write({ gone: true })).toMatchObject({
      written: { refused: "gone" },
      calls: ["TagResource"],
    });
  });

  test("is only asked as that of its account", async () => {
    await write({ denied: ["UntagResource"] });
    expect(new Set(bucket.owners)).toEqual(new Set([PLACE.account]));
  });

  test("keeps what others write between the two calls that add and take off", async () => {
    const { written, tags } = await write({
      before: (call, held) => {
        if (call === "UntagResource") held.tags = { ...held.tags, cost: "high" };
      },
    });
    expect([written, tags]).toEqual([null, { ...AFTER, cost: "high" }]);
  });
});

describe("a bucket that we may tag only as a whole", () => {
  test("keeps what others wrote, and what AWS did", async () => {
    expect(await write(OLD_ROLE)).toMatchObject({ written: null, tags: AFTER });
  });

  test("that has no tags takes some, and one that has only ours loses them", async () => {
    const { written, tags } = await write({ ...OLD_ROLE, tags: {} });
    expect([written, tags]).toEqual([null, { "ml-team": "vision" }]);
    await bucket.stop();
    const emptied = await write({ ...OLD_ROLE, tags: { "ml-tema": "a" } }, { set: {}, remove: ["ml-tema"] });
    expect([emptied.written, emptied.tags, emptied.calls.includes("DeleteBucketTagging")]).toEqual([
      null,
      {},
      true,
    ]);
  });

  test("keeps what others write while its tags are read to be written", async () => {
    const { written, tags } = await write({
      ...OLD_ROLE,
      // After the first reading, and before what is made of it is written.
      before: (call, held, count) => {
        if (call === "GetBucketTagging" && count === 1) held.tags = { ...held.tags, cost: "high" };
      },
    });
    expect([written, tags]).toEqual([null, { ...AFTER, cost: "high" }]);
  });

  test("takes ours again where others wrote over them", async () => {
    const { written, tags } = await write({
      ...OLD_ROLE,
      // They read before we wrote, and write after it.
      before: (call, held, count) => {
        if (call === "GetBucketTagging" && count === 2) held.tags = { ...BEFORE, cost: "high" };
      },
    });
    expect([written, tags]).toEqual([null, { ...AFTER, cost: "high" }]);
  });

  test("is left to others where they do not stop", async () => {
    const { written, tags, calls } = await write({
      ...OLD_ROLE,
      before: (call, held, count) => {
        if (call === "GetBucketTagging") held.tags = { ...BEFORE, count: `${count}` };
      },
    });
    expect(written).toMatchObject({ refused: "conflict" });
    expect(tags).toMatchObject({ ...BEFORE });
    expect(calls.length).toBeLessThan(20);
  });

  test("is refused where that is not allowed either, as its tags decide who may do what", async () => {
    const { written, tags } = await write({ ...OLD_ROLE, abac: true });
    expect(written).toMatchObject({ refused: "denied", message: expect.stringContaining("s3:TagResource") });
    expect(tags).toEqual(BEFORE);
  });

  test("is refused more tags than it may carry", async () => {
    const full = Object.fromEntries(Array.from({ length: 50 }, (_, place) => [`key-${place}`, "x"]));
    const { written, tags } = await write({ ...OLD_ROLE, tags: full });
    expect(written).toMatchObject({ refused: "unsupported", message: expect.stringContaining("51 tags") });
    expect(tags).toEqual(full);
  });
});
