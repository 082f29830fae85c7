import { describe, expect, test } from "vitest";
import { readDocument } from "./graph/document.ts";
import { ofType } from "./graph/function-of.ts";
import { functionsOf } from "./graph.ts";
import { matcher } from "./pattern/matcher.ts";
import { graphOf } from "./scenarios.ts";

/** Its configuration names no place of bills. */
const MADE = "one account, observing";
/** Its configuration names `s3://example-billing/exports/ml`. */
const NAMED = "one account, acting";

const bucketsOf = async (scenario: string) => ofType(await graphOf(scenario), "aws:s3/bucket:Bucket");
const functionOf = async (scenario: string) => {
  const found = functionsOf(await graphOf(scenario)).find(
    ({ source }) => source === "functions/on-bill-delivered.handler",
  );
  if (found === undefined) throw new Error("bills are taken in by nobody");
  return found;
};

/** What S3 tells EventBridge of an object. */
const told = (bucket: string, key: string, type = "Object Created") => ({
  version: "0",
  id: "17793124-05d4-b198-2fde-7ededc63b103",
  "detail-type": type,
  source: "aws.s3",
  account: "111122223333",
  time: "2026-10-02T09:12:44Z",
  region: "eu-central-1",
  resources: [`arn:aws:s3:::${bucket}`],
  detail: { version: "0", bucket: { name: bucket }, object: { key }, reason: "PutObject" },
});

async function hears(scenario: string) {
  const rules = ofType(await graphOf(scenario), "aws:cloudwatch/eventRule:EventRule");
  const pattern = rules.find(({ name }) => name === "RuleBills")?.inputs.eventPattern;
  return matcher(JSON.parse(String(pattern)));
}

describe("where the configuration names no place of bills,", () => {
  test("there is a bucket that AWS may deliver them into, for our account alone", async () => {
    const graph = await graphOf(MADE);
    const made = (await bucketsOf(MADE)).find(({ name }) => name === "BillDeliveriesBucket");
    const [policy] = ofType(graph, "aws:s3/bucketPolicy:BucketPolicy").filter(
      ({ inputs }) => inputs.bucket === made?.id,
    );
    const allowed = readDocument(policy?.inputs.policy).Statement.filter(({ Effect }) => Effect === "Allow");
    expect(allowed).toHaveLength(1);
    expect(allowed[0]).toMatchObject({
      Principal: { Service: ["bcm-data-exports.amazonaws.com", "billingreports.amazonaws.com"] },
      Action: ["s3:PutObject", "s3:GetBucketPolicy", "s3:GetBucketLocation"],
      Resource: expect.arrayContaining([made?.arn, `${made?.arn}/*`]),
      Condition: {
        StringEquals: { "aws:SourceAccount": ["111122223333"] },
        ArnLike: {
          "aws:SourceArn": [
            "arn:aws:bcm-data-exports:us-east-1:111122223333:export/*",
            "arn:aws:cur:us-east-1:111122223333:definition/*",
          ],
        },
      },
    });
  });

  test("it tells of manifests, and of them alone", async () => {
    const graph = await graphOf(MADE);
    const bucket = String((await bucketsOf(MADE)).find(({ name }) => name === "BillDeliveriesBucket")?.id);
    expect(ofType(graph, "aws:s3/bucketNotification:BucketNotification").map(({ inputs }) => inputs)).toEqual(
      [{ bucket, eventbridge: true }],
    );
    const isHeard = await hears(MADE);
    expect(isHeard(told(bucket, "ml/metadata/BILLING_PERIOD=2026-09/ml-Manifest.json"))).toBe(true);
    expect(isHeard(told(bucket, "ml/data/BILLING_PERIOD=2026-09/ml-00001.snappy.parquet"))).toBe(false);
    expect(isHeard(told(bucket, "ml/ml-Manifest.json", "Object Deleted"))).toBe(false);
    expect(isHeard(told("another", "ml/ml-Manifest.json"))).toBe(false);
  });

  test("the function looks there", async () => {
    const made = (await bucketsOf(MADE)).find(({ name }) => name === "BillDeliveriesBucket");
    expect((await functionOf(MADE)).environment.TAGLEDGER_BILLS).toBe(`s3://${made?.id}`);
  });
});

describe("where the configuration names a bucket,", () => {
  test("nothing of it is touched, and no other is made", async () => {
    const graph = await graphOf(NAMED);
    expect((await bucketsOf(NAMED)).map(({ name }) => name).sort()).toEqual([
      "CellsBucket",
      "ConfigBucket",
      "PageFilesBucket",
    ]);
    expect(ofType(graph, "aws:s3/bucketNotification:BucketNotification")).toEqual([]);
    expect((await functionOf(NAMED)).environment).not.toHaveProperty("TAGLEDGER_BILLS");
  });

  test("its manifests are heard of", async () => {
    const isHeard = await hears(NAMED);
    expect(isHeard(told("example-billing", "exports/ml/metadata/ml-Manifest.json"))).toBe(true);
    expect(isHeard(told("another", "exports/ml/metadata/ml-Manifest.json"))).toBe(false);
  });
});

test("all places are looked at once a day, over the queue that manifests take", async () => {
  const graph = await graphOf(NAMED);
  const daily = ofType(graph, "aws:cloudwatch/eventRule:EventRule").find(
    ({ inputs }) => inputs.scheduleExpression === "rate(1 day)",
  );
  const targets = ofType(graph, "aws:cloudwatch/eventTarget:EventTarget");
  const [once, manifests] = [daily?.inputs.name, "tagledger-production-bills"].map((rule) =>
    targets.find(({ inputs }) => inputs.rule === rule),
  );
  expect(once?.inputs).toMatchObject({ input: '{"look":"all"}', arn: manifests?.inputs.arn });
});

test("a bill has a disk, memory and time of its own, and is taken in alone", async () => {
  const { resource, timeout, memory, eventSources } = await functionOf(NAMED);
  expect({ timeout, memory }).toEqual({ timeout: 900, memory: 3008 });
  expect(resource.inputs.ephemeralStorage).toEqual({ size: 10_240 });
  expect(eventSources).toMatchObject([{ batchSize: 1, scalingConfig: { maximumConcurrency: 2 } }]);
});
