import { readFileSync } from "node:fs";
import { join } from "node:path";
import { literal, openDatabase } from "../../duckdb/database.ts";

/** The columns of a wide bill that are needed. */
export const NEEDED = ["BilledCost", "SubAccountId", "ServiceName", "Tags", "ChargePeriodStart"];

const WIDE = 50;

/** A bill in Parquet with many columns that nobody asks for, in several row groups. */
export async function wideBill(folder: string, lines = 10_000, rowGroup = 4096): Promise<Buffer> {
  const path = join(folder, "wide.parquet");
  const others = Array.from({ length: WIDE }, (_, at) => `md5((line * ${at + 7})::VARCHAR) AS x_Other${at}`);
  // Those that are needed lie among the others.
  const columns = [
    "(line % 997)::DOUBLE / 8 AS BilledCost",
    ...others.slice(0, 10),
    "(111122223333 + line % 7)::VARCHAR AS SubAccountId",
    ...others.slice(10, 30),
    "'service ' || line % 31 AS ServiceName",
    "MAP {'team': 'team ' || line % 13, 'run': 'run ' || line % 4099} AS Tags",
    ...others.slice(30),
    "TIMESTAMP '2026-09-01' + to_hours((line % 720)::INTEGER) AS ChargePeriodStart",
  ];
  const database = await openDatabase();
  try {
    const query = `SELECT ${columns.join(", ")} FROM range(${lines}) AS lines(line)`;
    const options = `FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${rowGroup}`;
    await database.run(`COPY (${query}) TO ${literal(path)} (${options})`);
  } finally {
    await database.close();
  }
  return readFileSync(path);
}

/** What a bill comes to, by team, account and service, and on one day. */
export async function summary(path: string): Promise<unknown> {
  const database = await openDatabase();
  const bill = `read_parquet(${literal(path)})`;
  try {
    return await database.rows(`
      SELECT Tags['team'] AS team, SubAccountId, ServiceName, sum(BilledCost) AS cost, count(DISTINCT Tags['run']) AS runs,
             count(*) FILTER (ChargePeriodStart >= '2026-09-30') AS late
      FROM ${bill} WHERE ServiceName <> 'service 3' GROUP BY ALL ORDER BY ALL`);
  } finally {
    await database.close();
  }
}
