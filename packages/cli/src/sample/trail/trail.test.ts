import { expect, it } from "vitest";
import { createCompany } from "../company.ts";
import { createRandom } from "../random.ts";
import { sampleOf } from "./testing/read.ts";
import { createTrail } from "./trail.ts";

const { files, company } = sampleOf("1");

it("lies as CloudTrail delivers it to a bucket", () => {
  const name =
    /^AWSLogs\/(\d{12})\/CloudTrail\/([a-z0-9-]+)\/(2026)\/(09|10)\/(\d\d)\/\1_CloudTrail_\2_\3\4\5T\d{4}Z_[A-Za-z0-9]{16}\.json\.gz$/;
  for (const { path } of files) expect(path).toMatch(name);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  expect(new Set(files.map(({ path }) => path.split("/")[3]))).toEqual(new Set(["us-east-1", "eu-west-1"]));
  expect(new Set(files.map(({ path }) => path.split("/")[1])).size).toBe(7);
});

it("keeps the records of an account and a region apart, and delivers within minutes", () => {
  for (const { path, records } of files) {
    const [, account, , region] = path.split("/");
    const [, day, time] = /_(\d{8})T(\d{4})Z_/.exec(path) ?? [];
    const written = Date.parse(`${day?.replace(/(..)(..)$/, "-$1-$2")}T${time?.replace(/..$/, ":$&")}:00Z`);
    for (const record of records.map((text) => JSON.parse(text))) {
      expect([record.recipientAccountId, record.awsRegion]).toEqual([account, region]);
      const delay = written - Date.parse(record.eventTime);
      expect(delay).toBeGreaterThan(0);
      expect(delay).toBeLessThanOrEqual(80 * 60_000);
    }
  }
});

it("is the same for the same seed, and another for another", () => {
  const again = createRandom("1");
  expect(createTrail(createCompany(again.fork("company")), again.fork("trail"))).toEqual(files);
  expect(createTrail(company, createRandom("2").fork("trail"))).not.toEqual(files);
});

it("comes from addresses that are for documentation, or from services", () => {
  const origins = files.flatMap(({ records }) => records.map((text) => JSON.parse(text).sourceIPAddress));
  for (const origin of origins) {
    expect(origin).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$|^[a-z0-9.-]+\.amazonaws\.com$/);
  }
});

it("holds records with the fields that CloudTrail writes, and no others", () => {
  const records = files.flatMap((file) => file.records.map((text) => JSON.parse(text)));
  expect(new Set(records.map(({ eventType }) => eventType))).toEqual(
    new Set(["AwsApiCall", "AwsConsoleSignIn", "AwsServiceEvent"]),
  );
  expect([...new Set(records.flatMap(Object.keys))].sort()).toEqual([
    "additionalEventData",
    "awsRegion",
    "errorCode",
    "errorMessage",
    "eventCategory",
    "eventID",
    "eventName",
    "eventSource",
    "eventTime",
    "eventType",
    "eventVersion",
    "managementEvent",
    "readOnly",
    "recipientAccountId",
    "requestID",
    "requestParameters",
    "responseElements",
    "serviceEventDetails",
    "sourceIPAddress",
    "tlsDetails",
    "userAgent",
    "userIdentity",
  ]);
});
