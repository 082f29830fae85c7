import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { duckdbBills } from "@tagledger/adapters/duckdb/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { fileUsage } from "@tagledger/adapters/usage/files/read";
import { loadConfig } from "@tagledger/core/config/load";
import { report } from "@tagledger/core/flows/report";
import { afterAll, test } from "vitest";

/** Lines of the bill; more with `BENCH_LINES=5000000 npm run bench`. */
const LINES = Number(process.env.BENCH_LINES ?? 1_000_000);

const folder = mkdtempSync(join(tmpdir(), "tagledger-bench-"));
const file = join(folder, "bill.parquet");
const database = await (await DuckDBInstance.create(":memory:")).connect();

// A month as bills have it: resources of teams, hour by hour, each with five tags.
await database.run(`
  COPY (
    SELECT
      'line-' || i AS identity_line_item_id,
      '999988887777' AS bill_payer_account_id,
      TIMESTAMP '2026-09-01' AS bill_billing_period_start_date,
      TIMESTAMP '2026-09-01' + INTERVAL (i % 720) HOUR AS line_item_usage_start_date,
      CAST(111100000000 + resource % 40 AS VARCHAR) AS line_item_usage_account_id,
      CASE WHEN resource % 50 = 0 THEN 'SavingsPlanCoveredUsage' ELSE 'Usage' END AS line_item_line_item_type,
      ['AmazonEC2', 'AmazonS3', 'AmazonSageMaker', 'AmazonEKS'][1 + resource % 4] AS line_item_product_code,
      'BoxUsage:m5.' || (resource % 8) || 'xlarge' AS line_item_usage_type,
      'RunInstances' AS line_item_operation,
      'USD' AS line_item_currency_code,
      'arn:aws:ec2:eu-west-1:111122223333:instance/i-' || lpad(CAST(resource AS VARCHAR), 17, '0') AS line_item_resource_id,
      (hash(i) % 1000000000) / 1e9 AS line_item_unblended_cost,
      (hash(i) % 700000000) / 1e9 AS savings_plan_savings_plan_effective_cost,
      MAP {
        'user_ml_team': 'team-' || (resource % 20),
        'user_ml_project': 'project-' || (resource % 100),
        'user_ml_workload_type': 'training',
        'user_ml_environment': ['dev', 'prod'][1 + resource % 2],
        'user_ml_experiment_id': 'exp-' || (resource % 500)
      } AS resource_tags
    FROM (SELECT i, i % 7000 AS resource FROM range(${LINES}) AS lines (i))
  ) TO '${file}' (FORMAT parquet, COMPRESSION snappy)`);

afterAll(() => rmSync(folder, { recursive: true }));

const TAGS = ["team", "project", "workload_type", "environment", "experiment_id"];

const { config } = loadConfig(
  `version: 1
policies: { tax: follow, support: { pool: support } }
pools:
  - { name: storage, match: { service: s3 }, includeTagged: true, method: even }
  - { name: support, method: proportional, order: last }`,
  "tagledger.yaml",
);

/** Each run reads the whole bill, so few runs say enough. */
const RUNS = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

async function bareGroupBy(): Promise<void> {
  await database.runAndReadAll(`
    SELECT
      line_item_usage_account_id, line_item_product_code, line_item_line_item_type,
      ${TAGS.map((tag) => `resource_tags['user_ml_${tag}']`).join(", ")},
      sum(CASE WHEN line_item_line_item_type = 'SavingsPlanCoveredUsage'
        THEN savings_plan_savings_plan_effective_cost ELSE line_item_unblended_cost END),
      sum(line_item_unblended_cost)
    FROM read_parquet('${file}')
    WHERE bill_billing_period_start_date = TIMESTAMP '2026-09-01' AND line_item_currency_code = 'USD'
      AND line_item_operation <> 'EKSPod-EC2'
    GROUP BY ALL`);
}

async function wholeReport(): Promise<void> {
  const ports = { bills: duckdbBills(), usage: fileUsage(), hash: nodeHash };
  await report(ports, { config, bill: [file], usage: [], basis: "effective", groupBy: ["team"], where: {} });
}

test(`a report of ${LINES.toLocaleString("en")} lines of Parquet`, { timeout: 600_000 }, async ({
  bench,
}) => {
  await bench.compare(
    bench("bare GROUP BY over the same columns, in doubles", bareGroupBy),
    bench("report: exact, attributed, shared", wholeReport),
    RUNS,
  );
});
