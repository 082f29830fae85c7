import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, literal, openDatabase } from "@tagledger/adapters/duckdb/database";
import { diskTrail } from "@tagledger/adapters/trail/disk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COLUMNS } from "./columns.ts";
import { type SampleFiles, writeSample } from "./write.ts";

let base: string;
let database: Database;
let files: SampleFiles;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "sample-"));
  database = await openDatabase();
  files = await writeSample(join(base, "one"));
  await database.run(`CREATE VIEW bill AS SELECT * FROM ${parquet(files)}`);
}, 60_000);
afterAll(async () => {
  await database.close();
  await rm(base, { recursive: true });
});

function parquet({ bill }: SampleFiles): string {
  return `read_parquet(${literal(`${bill}/**/*.parquet`)}, hive_partitioning = false)`;
}

describe("writeSample", () => {
  it("writes an export with its manifest, usage, a log, configuration and a README", async () => {
    expect((await readdir(files.directory)).sort()).toEqual([
      "README.md",
      "before",
      "bill",
      "sample.json",
      "tagledger.yaml",
      "trail",
      "usage.csv",
    ]);
    const path = join(files.bill, "ml-showback/metadata/BILLING_PERIOD=2026-09/ml-showback-Manifest.json");
    const manifest: unknown = JSON.parse(await readFile(path, "utf8"));
    const part = (number: number) =>
      `s3://quillmart-billing/exports/ml-showback/data/BILLING_PERIOD=2026-09/ml-showback-0000${number}.snappy.parquet`;
    expect(manifest).toMatchObject({
      exportArn: expect.stringMatching(
        /^arn:aws:bcm-data-exports:us-east-1:111122223333:export\/ml-showback-/,
      ),
      executionId: expect.any(String),
      dataFiles: [part(1), part(2)],
    });
    expect(manifest).toHaveProperty("columns.length", COLUMNS.length);
    const data = join(files.bill, "ml-showback/data/BILLING_PERIOD=2026-09");
    expect((await readdir(data)).sort()).toEqual([
      "ml-showback-00001.snappy.parquet",
      "ml-showback-00002.snappy.parquet",
    ]);
  });

  it("has the columns and types of CUR 2.0", async () => {
    const described = await database.rows("SELECT column_name, column_type FROM (DESCRIBE bill)");
    expect(described).toEqual(COLUMNS.map(({ name, type }) => ({ column_name: name, column_type: type })));
  });

  it("has at least 100,000 lines, each named once, of one month and one currency", async () => {
    const [found] = await database.rows(
      `SELECT count(*)::INTEGER AS lines,
         count(DISTINCT (identity_line_item_id, identity_time_interval))::INTEGER AS ids,
         count(DISTINCT line_item_currency_code)::INTEGER AS currencies,
         count(DISTINCT line_item_usage_account_id)::INTEGER AS accounts,
         min(line_item_usage_start_date)::VARCHAR AS first,
         max(line_item_usage_end_date)::VARCHAR AS last
       FROM bill`,
    );
    expect(found).toEqual({
      lines: files.lines,
      ids: files.lines,
      currencies: 1,
      accounts: 7,
      first: "2026-09-01 00:00:00",
      last: "2026-10-01 00:00:00",
    });
    expect(files.lines).toBeGreaterThanOrEqual(100_000);
  });

  it("has costs of at most ten places, which balance where Savings Plans cover usage", async () => {
    const [found] = await database.rows(
      `SELECT max(length(split_part(line_item_unblended_cost::VARCHAR, '.', 2)))::INTEGER AS places,
         sum(line_item_unblended_cost::VARCHAR::DECIMAL(38, 10))
           FILTER (line_item_line_item_type IN ('SavingsPlanCoveredUsage', 'SavingsPlanNegation'))::VARCHAR AS covered
       FROM bill`,
    );
    expect(found).toEqual({ places: 10, covered: "0.0000000000" });
  });

  it("names resources, tags and principals as bills do", async () => {
    const [found] = await database.rows(
      `SELECT bool_or(line_item_resource_id LIKE 'i-%') AS instances,
         bool_or(line_item_resource_id = 'quillmart-ml-lake') AS buckets,
         bool_or(resource_tags['user_ml_team'] = 'fraud-detection') AS teams,
         bool_or(resource_tags['aws_eks_cluster_name'] = 'ml-train') AS clusters,
         bool_or(product['product_name'] LIKE 'Claude % (Amazon Bedrock Edition)'
           AND line_item_iam_principal LIKE 'arn:aws:sts::%:assumed-role/%') AS callers,
         bool_or(bill_invoice_id = '') AS late
       FROM bill`,
    );
    expect(Object.values(found ?? {})).toEqual([true, true, true, true, true, true]);
  });

  it("has a log of which every record can be read", async () => {
    let records = 0;
    for await (const item of diskTrail().read([files.trail])) {
      expect(item).toMatchObject({ record: { eventVersion: "1.11", eventCategory: "Management" } });
      records++;
    }
    expect(records).toBe(files.events);
    expect(files.events).toBeGreaterThanOrEqual(2000);
  });

  it("tells in its README how much there is", async () => {
    const readme = await readFile(files.readme, "utf8");
    expect(readme).toContain(`${files.lines} lines`);
    expect(readme).toContain(`${files.events} records`);
  });

  it("gives the same for the same seed, and another bill and log for another", async () => {
    const again = await writeSample(join(base, "again"), { seed: 1 });
    const other = await writeSample(join(base, "other"), { seed: 2 });
    const text = ({ usage, config }: SampleFiles) =>
      Promise.all([usage, config].map((path) => readFile(path, "utf8")));
    expect(await text(again)).toEqual(await text(files));
    expect(await text(other)).not.toEqual(await text(files));
    expect(await content(again)).toEqual(await content(files));
    expect(await content(other)).not.toEqual(await content(files));
    expect(await log(again)).toEqual(await log(files));
    expect(await log(other)).not.toEqual(await log(files));
  }, 60_000);
});

async function content(sample: SampleFiles): Promise<unknown> {
  const rows = `SELECT hash(line) AS line FROM ${parquet(sample)} AS line`;
  return database.rows(`SELECT count(*) AS lines, sum(line) AS total, bit_xor(line) AS odd FROM (${rows})`);
}

async function log({ trail }: SampleFiles): Promise<Map<string, string>> {
  const names = (await readdir(trail, { recursive: true }))
    .filter((name) => name.endsWith(".json.gz"))
    .sort();
  const bytes = await Promise.all(names.map((name) => readFile(join(trail, name), "base64")));
  return new Map(names.map((name, index) => [name, bytes[index] ?? ""]));
}
