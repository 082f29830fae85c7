import type { Database } from "../database.ts";

/** A service and an account. */
export interface Names {
  readonly service: string;
  readonly account: string;
}

/**
 * Makes the table `named`: a number for each service and account, few texts that millions of cells have in common.
 *
 * @returns services and accounts by their number, in their order
 */
export async function loadNames(database: Database, from: string): Promise<Names[]> {
  await database.run(
    `CREATE OR REPLACE TABLE named AS
     SELECT CAST(row_number() OVER (ORDER BY service, account) - 1 AS INTEGER) AS names, service, account
     FROM (SELECT DISTINCT service, account FROM ${from})`,
  );
  const rows = await database.rows("SELECT service, account FROM named ORDER BY names");
  return rows.map(({ service, account }) => ({ service: String(service), account: String(account) }));
}
