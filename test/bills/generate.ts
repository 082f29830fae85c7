import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** How a generated bill is spelled. */
export interface Spelling {
  readonly amounts: "DOUBLE" | "DECIMAL(18,9)";
  readonly tags: "columns" | "map";
  /** Typical: a few thousand resources, hour by hour. Adversarial: nearly every line a combination of facts of its own. */
  readonly lines: "typical" | "adversarial";
}

/** The tags of generated bills. */
export const TAGS = ["team", "project", "workload_type", "environment", "experiment_id"];
/** Lines of one file. */
const PART = 2_000_000;

/** Writes a bill of a month as a Cost and Usage Report; gives its files. */
export async function generateBill(
  folder: string,
  name: string,
  count: number,
  spelling: Spelling,
): Promise<string[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const database = await instance.connect();
  const files: string[] = [];
  for (let start = 0; start < count; start += PART) {
    const file = join(folder, `${name}-${String(files.length).padStart(3, "0")}.parquet`);
    await database.run(
      `COPY (${linesQuery(start, Math.min(start + PART, count), spelling)}) TO '${file}' (FORMAT parquet, COMPRESSION snappy)`,
    );
    files.push(file);
  }
  database.closeSync();
  instance.closeSync();
  return files;
}

function linesQuery(start: number, end: number, { amounts, tags, lines }: Spelling): string {
  const cost = (salt: number) => `CAST((hash(i, ${salt}) % 1000000000) / 1e9 AS ${amounts})`;
  const values = [
    "'team-' || (resource % 20)",
    "'project-' || (resource % 100)",
    "'training'",
    "['dev', 'prod'][1 + resource % 2]",
    `'exp-' || (${lines === "adversarial" ? "i" : "resource % 500"})`,
  ];
  const tagColumns =
    tags === "map"
      ? `MAP {${TAGS.map((tag, index) => `'user_ml_${tag}': ${values[index]}`).join(", ")}} AS resource_tags`
      : TAGS.map((tag, index) => `${values[index]} AS resource_tags_user_ml_${tag}`).join(", ");
  return `
    SELECT
      md5('a' || i) || substr(md5('b' || i), 1, 20) AS identity_line_item_id,
      strftime(hour, '%Y-%m-%dT%H:%M:%SZ') || '/' || strftime(hour + INTERVAL 1 HOUR, '%Y-%m-%dT%H:%M:%SZ')
        AS identity_time_interval,
      '' AS bill_invoice_id,
      'Amazon Web Services, Inc.' AS bill_invoicing_entity,
      '999988887777' AS bill_payer_account_id,
      TIMESTAMP '2026-09-01' AS bill_billing_period_start_date,
      hour AS line_item_usage_start_date,
      CAST(111100000000 + resource % 40 AS VARCHAR) AS line_item_usage_account_id,
      CASE WHEN resource % 50 = 0 THEN 'SavingsPlanCoveredUsage' WHEN i % 100000 = 1 THEN 'Tax' ELSE 'Usage' END
        AS line_item_line_item_type,
      ['AmazonEC2', 'AmazonS3', 'AmazonSageMaker', 'AmazonEKS'][1 + resource % 4] AS line_item_product_code,
      ['Amazon Elastic Compute Cloud', 'Amazon Simple Storage Service', 'Amazon SageMaker', 'Amazon EKS'][1 + resource % 4]
        AS product_product_name,
      ['eu-west-1', 'us-east-1'][1 + resource % 2] AS product_region_code,
      'BoxUsage:m5.' || (resource % 8) || 'xlarge' AS line_item_usage_type,
      'RunInstances' AS line_item_operation,
      '$0.096 per On Demand Linux m5.large Instance Hour' AS line_item_line_item_description,
      'USD' AS line_item_currency_code,
      CASE WHEN i % 100000 = 1 THEN ''
        ELSE 'arn:aws:ec2:eu-west-1:111122223333:instance/i-' || lpad(CAST(resource AS VARCHAR), 17, '0')
      END AS line_item_resource_id,
      ${cost(1)} AS line_item_unblended_cost,
      ${cost(2)} AS savings_plan_savings_plan_effective_cost,
      ${cost(3)} AS pricing_public_on_demand_cost,
      ${tagColumns}
    FROM (
      SELECT i, i % 7000 AS resource, TIMESTAMP '2026-09-01' + INTERVAL ((i // 7000 * 7 + i) % 720) HOUR AS hour
      FROM range(${start}, ${end}) AS lines (i)
    )`;
}

/** The amounts of generated bills. */
const AMOUNTS = [
  "line_item_unblended_cost",
  "savings_plan_savings_plan_effective_cost",
  "pricing_public_on_demand_cost",
];

/** How an amount column is added up: what is worked out of each row, the conditions on rows, and the sum. */
export interface Adding {
  readonly rows: readonly string[];
  readonly short: readonly string[];
  readonly sums: readonly string[];
}

const plainly = (column: string): Adding => ({
  rows: [],
  short: [],
  sums: [`sum(${column}) AS sum_${column}`],
});

/**
 * The GROUP BY that any reading of these columns comes to: amounts as their columns have them, and the ids read as well.
 *
 * @param files of a bill whose tags are columns
 */
export function bareGroupBy(files: readonly string[], adding: (column: string) => Adding = plainly): string {
  const added = AMOUNTS.map(adding);
  const conditions = ["line_item_operation <> 'EKSPod-EC2'", ...added.flatMap(({ short }) => short)];
  return `
    SELECT
      bill_payer_account_id, line_item_usage_account_id, product_region_code, line_item_product_code,
      product_product_name, line_item_usage_type, line_item_line_item_type, bill_invoice_id, bill_invoicing_entity,
      line_item_currency_code, bill_billing_period_start_date,
      ${TAGS.map((tag) => `resource_tags_user_ml_${tag}`).join(", ")},
      day(line_item_usage_start_date) AS day,
      ${added.flatMap(({ sums }) => sums).join(", ")},
      count(*) AS lines,
      bit_xor(hash(identity_line_item_id, identity_time_interval, line_item_resource_id, line_item_line_item_description))
        AS others
    FROM (
      SELECT ${["*", ...added.flatMap(({ rows }) => rows)].join(", ")}
      FROM read_parquet([${files.map((file) => `'${file}'`).join(", ")}])
    )
    WHERE ${conditions.join(" AND ")}
    GROUP BY ALL`;
}
