import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { literal, openDatabase } from "../duckdb/database.ts";
import { duckdbEngine } from "../duckdb/engine.ts";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { deliveryOf, onDisk, stagedGroups, stageOptions, summed } from "../testing/staged.ts";
import { s3Fetcher } from "./s3-fetcher.ts";
import { startTestBucket, type TestBucket } from "./testing/bucket.ts";

let folder: TestFolder;
let bucket: TestBucket;

beforeAll(async () => {
  folder = makeFolder();
  bucket = await startTestBucket();
  const others = (from: number, to: number) =>
    Array.from(
      { length: to - from },
      (_, at) => `md5((line * ${from + at + 7})::VARCHAR) AS x_Other${from + at}`,
    );
  const columns = [
    // Nobody asks for the first column, so that a part of the file before all that is needed stays away.
    ...others(0, 12),
    "'999988887777' AS BillingAccountId",
    "(111122223333 + line % 7)::VARCHAR AS SubAccountId",
    "TIMESTAMP '2026-09-01' AS BillingPeriodStart",
    "TIMESTAMP '2026-09-01' + to_hours((line % 720)::INTEGER) AS ChargePeriodStart",
    "'Usage' AS ChargeCategory",
    "'USD' AS BillingCurrency",
    ...others(12, 24),
    "(line % 997)::DOUBLE / 8 AS BilledCost",
    "(line % 991)::DOUBLE / 16 AS EffectiveCost",
    "'service ' || line % 31 AS ServiceName",
    "MAP {'ml-team': 'team ' || line % 13, 'run': 'run ' || line % 4099} AS Tags",
    ...others(24, 40),
  ];
  const database = await openDatabase();
  await database.run(
    `COPY (SELECT ${columns.join(", ")} FROM range(10000) AS lines(line)) TO ${literal(folder.at("focus.parquet"))}
     (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 4096)`,
  );
  await database.close();
});
afterAll(() => {
  bucket.stop();
  folder.remove();
});

test("a large FOCUS part in a bucket is staged from the columns that are needed, and comes to what the whole does", async () => {
  const file = readFileSync(folder.at("focus.parquet"));
  expect(file.length).toBeGreaterThan(2_000_000);
  const part = bucket.put("exports/focus-00001.snappy.parquet", file);
  const remote = duckdbEngine({ fetcher: s3Fetcher({ client: bucket.client }) });
  const local = duckdbEngine({ fetcher: onDisk });
  const staged = await remote.stage({ ...deliveryOf([]), parts: [part] }, stageOptions());
  const whole = await local.stage(deliveryOf([folder.at("focus.parquet")]), stageOptions());
  expect(staged.bytes).toBeGreaterThan(0);
  expect(staged.bytes).toBeLessThan(0.3 * file.length);
  expect([staged.lines, staged.totals]).toEqual([whole.lines, whole.totals]);
  expect(summed(await stagedGroups(staged, remote))).toEqual(summed(await stagedGroups(whole, local)));
  await staged.discard();
  await whole.discard();
});
