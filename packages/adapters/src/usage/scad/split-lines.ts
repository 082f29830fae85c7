import { badInput } from "@tagledger/core/errors";
import type { BillTable } from "../../duckdb/bill-table.ts";
import { type Database, literal } from "../../duckdb/database.ts";
import { sourceQuery } from "../../duckdb/source.ts";
import { tagColumns } from "../../duckdb/tags.ts";
import { refuseUnreadableTimes, unreadableValue } from "../../duckdb/values.ts";
import type { Span } from "../hours.ts";

/** The tag keys that AWS gives split lines itself. */
export const OWN_KEYS = ["aws:eks:namespace", "aws:ecs:serviceName", "aws:ecs:clusterName"] as const;

/** Whether a line of `source` splits another, and is no discount of one. */
const IS_SPLIT = "(operation IN ('EKSPod-EC2', 'ECSTask-EC2') OR split_parent <> '')";
const IS_USAGE = "line_item_type IN ('', 'Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage')";
const METRIC = `CASE regexp_extract(usage_type, '(EKS|ECS)-EC2-(vCPU|GB|Accelerator)-Hours$', 2)
  WHEN 'vCPU' THEN 'cpu-core-hours' WHEN 'GB' THEN 'memory-gib-hours' WHEN 'Accelerator' THEN 'gpu-hours'
  ELSE '?' || usage_type END`;
const WRONG = "unreadable OR smallest < 0 OR coalesce(measured, allocated) IS NULL";

/** A table of a bill that is read for its split lines. */
export interface SplitTable {
  readonly table: BillTable;
  /** Tells deliveries apart. */
  readonly delivery: number;
}

/** The tags that are asked of a bill: those of its rules, and those that say whose a pod is. */
export interface SplitKeys {
  /** What the configuration looks at to place the charges of machines. */
  readonly rules: readonly string[];
  /** What the source looks at to name teams and dimensions. */
  readonly labels: readonly string[];
}

/** Makes room for the split lines of all tables. */
export async function createSplits(database: Database, { labels }: SplitKeys): Promise<void> {
  const columns = labels.map((_, index) => `label_${index} VARCHAR`);
  await database.run(
    `CREATE TABLE splits (${[
      "delivery INTEGER, metric VARCHAR, start_ms BIGINT, end_ms BIGINT, parent VARCHAR, namespace VARCHAR",
      "otherwise VARCHAR, quantity DECIMAL(38, 24), wrong BIGINT",
      ...columns,
    ].join(", ")})`,
  );
}

/** All of a table that is read, with the names that queries use. */
export async function splitSource(
  database: Database,
  table: BillTable,
  { rules, labels }: SplitKeys,
): Promise<string> {
  const tags = await tagColumns(database, table, [...rules, ...OWN_KEYS, ...labels]);
  return sourceQuery(table, ["billed"], tags);
}

/**
 * Adds the split lines of a table that are of a time, those of one machine, hour and user summed: of each the greater of
 * what was reserved and what was used.
 *
 * @returns usage types of split lines of which nobody knows what they measure
 * @throws bad-input naming file, line, column and value of what cannot be read
 */
export async function addSplits(
  database: Database,
  { table, delivery }: SplitTable,
  keys: SplitKeys,
  { start, end }: Span,
): Promise<string[]> {
  await refuseUnreadableTimes(database, table);
  const source = await splitSource(database, table, keys);
  const own = (index: number) => `tag_${keys.rules.length + index}`;
  const labels = keys.labels.map((_, index) => own(OWN_KEYS.length + index));
  const begin = "epoch_ms(coalesce(usage_start, period_start))";
  await database.run(
    `CREATE OR REPLACE TEMP VIEW split_lines AS
     WITH source AS NOT MATERIALIZED (${source})
     SELECT
       row, unreadable, ${METRIC} AS metric, ${begin} AS start_ms,
       greatest(coalesce(epoch_ms(usage_end), 0), ${begin} + 3600000) AS end_ms,
       resource_end(split_parent) AS parent,
       coalesce(nullif(${own(0)}, ''), CASE WHEN operation = 'EKSPod-EC2' THEN split_part(resource, '/', 3) END, '')
         AS namespace,
       coalesce(nullif(${own(1)}, ''), nullif(${own(2)}, ''), nullif(split_part(resource, '/', 2), ''), operation)
         AS otherwise,
       greatest(split_reserved, split_actual) AS measured, split_allocated AS allocated,
       least(split_reserved, split_actual, split_allocated) AS smallest,
       ${labels.map((sql, index) => `${sql} AS label_${index}`).join(", ") || "''  AS no_label"}
     FROM source WHERE ${IS_SPLIT} AND ${IS_USAGE} AND ${begin} >= ${start} AND ${begin} < ${end}`,
  );
  const names = ["metric", "start_ms", "end_ms", "parent", "namespace", "otherwise"];
  const grouped = [...names, ...labels.map((_, index) => `label_${index}`)];
  // All in one pass: what is wrong is looked for only where something is.
  await database.run(
    `INSERT INTO splits BY NAME
     SELECT ${delivery} AS delivery, ${grouped.join(", ")}, sum(coalesce(measured, allocated)) AS quantity,
       count_if(${WRONG}) AS wrong
     FROM split_lines GROUP BY ${grouped.join(", ")}`,
  );
  const unknown = "starts_with(metric, '?')";
  const [wrong] = await database.rows(`SELECT 1 FROM splits WHERE wrong > 0 AND NOT ${unknown} LIMIT 1`);
  if (wrong !== undefined) throw await wrongLine(database, table);
  const others = await database.rows(
    `SELECT DISTINCT substr(metric, 2) AS name FROM splits WHERE ${unknown}`,
  );
  await database.run(`DELETE FROM splits WHERE ${unknown}`);
  return others.map(({ name }) => String(name));
}

async function wrongLine(database: Database, table: BillTable): Promise<Error> {
  const [wrong] = await database.rows(
    `SELECT row, unreadable, smallest IS NULL AS empty FROM split_lines
     WHERE NOT starts_with(metric, '?') AND (${WRONG}) ORDER BY row LIMIT 1`,
  );
  if (wrong?.unreadable === true) return unreadableValue(database, table, "amounts", ["billed"]);
  const place = await table.placeOf(Number(wrong?.row ?? 0));
  const what = wrong?.empty === true ? "holds neither reserved nor actual usage" : "holds usage below zero";
  return badInput(`${place}: this split line ${what}`, { file: table.path });
}

/** The lines of machines that split lines name, in a table, as what decides where they count. */
export function machinesQuery(source: string, { rules }: SplitKeys): string {
  const tags = rules.map((_, index) => `tag_${index}`);
  return `WITH source AS NOT MATERIALIZED (${source})
    SELECT DISTINCT account, CASE WHEN region_code = '' THEN region_name ELSE region_code END, service, service_name,
      usage_type, line_item_type, resource, principal${tags.map((tag) => `, ${tag}`).join("")}, resource_end(resource)
    FROM source WHERE NOT ${IS_SPLIT} AND resource_end(resource) IN (SELECT parent FROM splits)`;
}

/** The delivery names that hold split lines of one machine and hour twice, if any do. */
export async function sharedMachine(
  database: Database,
): Promise<{ readonly parent: string; readonly deliveries: readonly number[] } | undefined> {
  const [found] = await database.rows(
    `SELECT parent, min(delivery) AS one, max(delivery) AS other FROM splits
     GROUP BY parent, start_ms, metric HAVING min(delivery) < max(delivery) ORDER BY parent LIMIT 1`,
  );
  if (found === undefined) return undefined;
  return { parent: String(found.parent), deliveries: [Number(found.one), Number(found.other)] };
}

/** Remembers of machines which pools their use divides; of those that are not told, it divides all. */
export async function placeMachines(
  database: Database,
  pools: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  await database.run("CREATE TABLE machines (parent VARCHAR, pools VARCHAR)");
  const values = [...pools].map(
    ([parent, names]) => `(${literal(parent)}, ${literal(JSON.stringify(names))})`,
  );
  for (let from = 0; from < values.length; from += 10_000)
    await database.run(`INSERT INTO machines VALUES ${values.slice(from, from + 10_000).join(", ")}`);
}

/** What all split lines come to, by metric, time, whose they are, and the pools that they divide. */
export function splitTotals({ labels }: SplitKeys): string {
  const grouped = ["metric", "start_ms", "end_ms", "namespace", "otherwise", "coalesce(pools, '*')"];
  const keys = [...grouped, ...labels.map((_, index) => `label_${index}`)];
  return `SELECT sum(quantity), ${keys.join(", ")} FROM splits LEFT JOIN machines USING (parent)
    GROUP BY ${keys.join(", ")} ORDER BY ALL`;
}
