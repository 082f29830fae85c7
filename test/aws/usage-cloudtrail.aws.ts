import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { makeFolder, type TestFolder } from "@tagledger/adapters/testing/folder";
import { cloudtrailUsage } from "@tagledger/adapters/usage/cloudtrail/source";
import { formatAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bucketForEachTest } from "./local/bucket-for-each-test.ts";
import { MOTO_ACCOUNT } from "./local/moto.ts";

const SEPTEMBER = parsePeriod("2026-09");
const TEAMS = {
  fraud: { principals: ["arn:aws:iam::*:role/fraud-*"], accounts: [], aliases: [], email: [] },
};
const IN_TRAIL = `AWSLogs/o-exampleorg/${MOTO_ACCOUNT}/CloudTrail/eu-central-1`;

const bucket = bucketForEachTest("logs");
let folder: TestFolder;
let ids = 0;

beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const read = (eventTime: string, role = "fraud-train") => ({
  eventVersion: "1.11",
  userIdentity: {
    type: "AssumedRole",
    arn: `arn:aws:sts::${MOTO_ACCOUNT}:assumed-role/${role}/job`,
    accountId: MOTO_ACCOUNT,
  },
  eventTime,
  eventSource: "s3.amazonaws.com",
  eventName: "GetObject",
  awsRegion: "eu-central-1",
  eventID: `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`,
  readOnly: true,
  resources: [{ type: "AWS::S3::Object", ARN: "arn:aws:s3:::lake/a" }],
  eventType: "AwsApiCall",
  managementEvent: false,
  eventCategory: "Data",
});

/** Delivers a log to the folder of a day. */
const deliver = (day: string, name: string, ...records: object[]) =>
  bucket.put(
    `${IN_TRAIL}/${day}/${MOTO_ACCOUNT}_CloudTrail_eu-central-1_${name}.json.gz`,
    gzipSync(JSON.stringify({ Records: records })),
  );

async function usage(place = "") {
  const source = { kind: "cloudtrail", s3: `s3://${bucket.name}${place}`, pool: "lake" } as const;
  const options = {
    source,
    teams: TEAMS,
    client: async () => bucket.client,
    base: ".",
    folder: folder.at(""),
  };
  const { rows, coverage } = await cloudtrailUsage(options).read({
    period: SEPTEMBER,
    until: SEPTEMBER.end,
  });
  const told = rows.map(({ start, team, metric, quantity }) => {
    return `${new Date(start).toISOString().slice(0, 10)} ${team} ${metric} ${formatAmount(quantity)}`;
  });
  return { told: told.sort(), hours: coverage[0]?.hours };
}

describe("logs in a bucket", () => {
  test("are read of the days of the period, and of the day after, to which the last are delivered", async () => {
    await deliver("2026/08/31", "20260831T2359Z_a", read("2026-08-31T23:50:00Z"));
    await deliver(
      "2026/09/01",
      "20260901T0004Z_a",
      read("2026-08-31T23:59:00Z"),
      read("2026-09-01T00:01:00Z"),
    );
    await deliver(
      "2026/09/01",
      "20260901T0104Z_b",
      read("2026-09-01T00:59:00Z"),
      read("2026-09-01T01:01:00Z", "etl"),
    );
    await deliver(
      "2026/10/01",
      "20261001T0004Z_a",
      read("2026-09-30T23:59:00Z"),
      read("2026-10-01T00:01:00Z"),
    );
    // What lies on other days is not read at all.
    await bucket.put(`${IN_TRAIL}/2026/10/05/broken.json.gz`, "broken");
    await bucket.put(
      `AWSLogs/o-exampleorg/${MOTO_ACCOUNT}/CloudTrail-Digest/eu-central-1/2026/09/01/d.json.gz`,
      "digest",
    );
    await bucket.put(`AWSLogs/o-exampleorg/${MOTO_ACCOUNT}/Config/eu-central-1/2026/9/1/c.json.gz`, "config");
    const told = ["2026-09-01 fraud reads 2", "2026-09-01 unowned:etl reads 1", "2026-09-30 fraud reads 1"];
    expect(await usage()).toEqual({ told, hours: 3 });
    expect(await usage("/AWSLogs")).toEqual({ told, hours: 3 });
    expect(await usage(`/${IN_TRAIL}/`)).toEqual({ told, hours: 3 });
    expect((await usage(`/${IN_TRAIL}/2026/09/01`)).told).toEqual(told.slice(0, 2));
  });

  test("of other months give nothing, and no hour is known", async () => {
    await deliver("2026/07/01", "20260701T0004Z_a", read("2026-07-01T00:01:00Z"));
    expect(await usage()).toEqual({ told: [], hours: 0 });
  });

  test("that are damaged are refused with their place", async () => {
    await bucket.put(`${IN_TRAIL}/2026/09/01/a.json.gz`, gzipSync(`{"Records":[{"eventSource":`));
    await expect(usage()).rejects.toMatchObject({
      code: "bad-input",
      message: `s3://${bucket.name}/${IN_TRAIL}/2026/09/01/a.json.gz:1: the file ends inside a record`,
    });
  });

  test("that are none are refused, and where they should be is said", async () => {
    await bucket.put("notes/readme.txt", "hello");
    await expect(usage()).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining(
        "there are no logs of CloudTrail here: expected folders such as AWSLogs/",
      ),
    });
  });

  test("leave nothing behind on this machine", async () => {
    await deliver("2026/09/01", "20260901T0004Z_a", read("2026-09-01T00:01:00Z"));
    await usage();

    expect(readdirSync(folder.at(""))).toEqual([]);
  });
});
