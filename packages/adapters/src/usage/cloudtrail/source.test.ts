import { gzipSync } from "node:zlib";
import { formatAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../../testing/folder.ts";
import { cloudtrailUsage } from "./source.ts";

const SEPTEMBER = parsePeriod("2026-09");
const TABLE = "arn:aws:dynamodb:eu-central-1:111122223333:table/features";
const TEAMS = {
  fraud: team("arn:aws:iam::*:role/ml/fraud-*"),
  vision: team("arn:aws:iam::*:role/vision-*", "arn:aws:iam::*:user/ann"),
};
function team(...principals: string[]) {
  return { principals, accounts: [], aliases: [], email: [] };
}

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

let ids = 0;
beforeEach(() => {
  ids = 0;
});

const session = (role: string, path = "") => ({
  type: "AssumedRole",
  principalId: "AROAEXAMPLE:job",
  arn: `arn:aws:sts::111122223333:assumed-role/${role}/job`,
  accountId: "111122223333",
  sessionContext: {
    sessionIssuer: {
      type: "Role",
      arn: `arn:aws:iam::111122223333:role/${path}${role}`,
      accountId: "111122223333",
      userName: role,
    },
  },
});

/** A data event of a table as CloudTrail records it. */
const event = (eventName: string, userIdentity: object, more: object = {}) => ({
  eventVersion: "1.11",
  userIdentity,
  eventTime: "2026-09-01T10:15:00Z",
  eventSource: "dynamodb.amazonaws.com",
  eventName,
  awsRegion: "eu-central-1",
  eventID: `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`,
  readOnly: /^(Get|Query|BatchGet|Scan)/.test(eventName),
  resources: [{ accountId: "111122223333", type: "AWS::DynamoDB::Table", ARN: TABLE }],
  eventType: "AwsApiCall",
  managementEvent: false,
  recipientAccountId: "111122223333",
  eventCategory: "Data",
  ...more,
});
const file = (...records: object[]) => gzipSync(JSON.stringify({ Records: records }));

async function read(resource?: string, path = "logs") {
  const source = { kind: "cloudtrail", path, pool: "store", resource } as const;
  const client = async () => {
    throw new Error("there is no bucket");
  };
  const usage = cloudtrailUsage({ source, teams: TEAMS, client, base: folder.at("") });
  const { rows, coverage, notes } = await usage.read({ period: SEPTEMBER, until: SEPTEMBER.end });
  const told = rows.map(
    ({ start, team, metric, quantity }) =>
      `${new Date(start).toISOString().slice(0, 10)} ${team} ${metric} ${formatAmount(quantity)}`,
  );
  return {
    told: told.sort(),
    hours: coverage.map(({ metric, hours, of }) => `${metric} ${hours}/${of}`),
    notes,
  };
}

describe("data events are counted", () => {
  test("by day and team, as reads and writes, through roles and their sessions", async () => {
    folder.put({
      "logs/a.json.gz": file(
        event("GetItem", session("fraud-train", "ml/")),
        event("BatchGetItem", session("fraud-train", "ml/")),
        event("PutItem", session("fraud-train", "ml/")),
        event("Query", session("vision-web"), { eventTime: "2026-09-02T00:00:00Z" }),
        event("Scan", { type: "IAMUser", arn: "arn:aws:iam::111122223333:user/ann", userName: "ann" }),
      ),
    });
    expect(await read()).toMatchObject({
      told: [
        "2026-09-01 fraud reads 2",
        "2026-09-01 fraud writes 1",
        "2026-09-01 vision reads 1",
        "2026-09-02 vision reads 1",
      ],
      hours: ["reads 2/720", "writes 2/720"],
    });
  });

  test("under the name of whoever is of no team", async () => {
    folder.put({
      "logs/a.json.gz": file(
        event("GetItem", session("etl")),
        event("GetItem", { type: "AWSService", invokedBy: "glue.amazonaws.com" }),
        event("GetItem", { type: "AWSAccount", principalId: "AROAX:job", accountId: "222233334444" }),
        event("GetItem", { type: "IAMUser", arn: "arn:aws:iam::111122223333:user/bob", userName: "bob" }),
        event("GetItem", {}),
      ),
    });
    expect((await read()).told).toEqual([
      "2026-09-01 unowned:(unknown) reads 1",
      "2026-09-01 unowned:account 222233334444 reads 1",
      "2026-09-01 unowned:bob reads 1",
      "2026-09-01 unowned:etl reads 1",
      "2026-09-01 unowned:glue.amazonaws.com reads 1",
    ]);
  });

  test("once, however many trails and accounts recorded them", async () => {
    const once = event("GetItem", session("vision-web"));
    const other = { type: "AWSAccount", principalId: "AROAX:job", accountId: "222233334444" };
    const shared = { sharedEventID: "11111111-0000-4000-8000-000000000000" };
    folder.put({
      "logs/a.json.gz": file(once, event("GetItem", other, shared)),
      "logs/b.json.gz": file(once, event("GetItem", session("fraud-train", "ml/"), shared)),
    });
    expect((await read()).told).toEqual(["2026-09-01 fraud reads 1", "2026-09-01 vision reads 1"]);
  });

  test("where they are of the resources that are asked for", async () => {
    const object = [
      { type: "AWS::S3::Object", ARN: "arn:aws:s3:::lake/a.bin" },
      { accountId: "111122223333", type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::lake" },
    ];
    folder.put({
      "logs/a.json.gz": file(
        event("GetItem", session("vision-web")),
        event("GetObject", session("fraud-train", "ml/"), {
          eventSource: "s3.amazonaws.com",
          resources: object,
        }),
      ),
    });
    expect((await read("arn:aws:dynamodb:*:*:table/features")).told).toEqual(["2026-09-01 vision reads 1"]);
    expect((await read("arn:aws:s3:::lake/*")).told).toEqual(["2026-09-01 fraud reads 1"]);
    expect((await read("arn:aws:s3:::other")).told).toEqual([]);
  });

  test("but not those that failed, lie outside the period, or are of management", async () => {
    folder.put({
      "logs/a.json.gz": file(
        event("GetItem", session("vision-web"), { errorCode: "AccessDenied" }),
        event("GetItem", session("vision-web"), { readOnly: null }),
        event("GetItem", session("vision-web"), { eventTime: "2026-10-01T00:00:00Z" }),
        event("CreateTable", session("vision-web"), {
          managementEvent: true,
          eventCategory: "Management",
          eventTime: "2026-09-05T10:00:00Z",
        }),
      ),
    });
    const { told, hours, notes } = await read();
    expect([told, hours]).toEqual([[], ["reads 2/720", "writes 2/720"]]);
    expect(notes.join()).toContain("1 records of calls that failed do not count");
    expect(notes.join()).toContain("1 records do not say whether they read or wrote, and do not count");
  });

  test("in files that a pattern fits, beside files of something else", async () => {
    folder.put({
      "logs/2026/a.json": JSON.stringify(event("GetItem", session("vision-web"))),
      "logs/2026/b.json": JSON.stringify({ name: "package" }),
      "logs/2025/a.json": JSON.stringify(event("GetItem", session("fraud-train", "ml/"))),
    });
    expect((await read(undefined, "logs/2026/*.json")).told).toEqual(["2026-09-01 vision reads 1"]);
    await expect(read(undefined, "logs/2024/*.json")).rejects.toThrow("no file fits this pattern");
  });
});

test.each([
  [
    "a log that is cut off",
    gzipSync('{"Records":[{"eventSource":"s3.amazonaws.com"'),
    "the file ends inside a record",
  ],
  ["damaged gzip", file(event("GetItem", {})).subarray(0, -20), "the gzip data is damaged or cut off"],
  ["a record without a time", file({ ...event("GetItem", {}), eventTime: "" }), "eventTime is missing"],
])("%s is refused with its place", async (_, content, why) => {
  folder.put({ "logs/a.json.gz": content });
  await expect(read()).rejects.toMatchObject({ code: "bad-input", message: expect.stringContaining(why) });
});
