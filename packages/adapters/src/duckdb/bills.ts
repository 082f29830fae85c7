import type { ChargeGroup } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import type { Bill, BillOptions, Bills, ChargeQuery } from "@tagledger/core/ports";
import { findBillFiles } from "../bills/find.ts";
import { readContents } from "./contents.ts";
import { type Database, openDatabase, sqlFile } from "./database.ts";
import { readGroups } from "./groups.ts";
import { type ChargeTable, refuseOverlap } from "./overlap.ts";
import { sourceQuery } from "./source.ts";
import { openTable } from "./table.ts";
import { unreadableFile } from "./unreadable.ts";

/** What a caller is told while a bill is read. */
export type Progress = (message: string) => void;

/**
 * Reads bills from disk through DuckDB: FOCUS and AWS Cost and Usage Reports, as CSV, gzipped CSV and Parquet.
 *
 * @example const bill = await duckdbBills().open(["bills/"], { basis: "effective", needs })
 */
export function duckdbBills(progress: Progress = () => {}): Bills {
  return {
    async open(paths, options) {
      const database = await openDatabase();
      try {
        return await openBill(database, paths, options, progress);
      } catch (error) {
        await database.close();
        throw error;
      }
    },
  };
}

async function openBill(
  database: Database,
  paths: readonly string[],
  { basis, needs }: BillOptions,
  progress: Progress,
): Promise<Bill> {
  await database.run(sqlFile("macros.sql"));
  await database.run(`SET VARIABLE basis = '${basis}'`);
  const { files, ignored } = await findBillFiles(paths);
  if (ignored.length > 0)
    progress(`${ignored.length} files left out: no manifest lists them, such as ${ignored[0]}`);
  const charges: ChargeTable[] = [];
  for (const [index, path] of files.entries()) {
    progress(`reading ${path}`);
    const table = await openTable(database, path, index);
    try {
      const source = await sourceQuery(database, table, { basis, tagKeys: needs.tagKeys });
      const view = `charges_${index}`;
      await database.run(
        `CREATE VIEW ${view} AS WITH source AS NOT MATERIALIZED (${source}) ${sqlFile(table.format.sql)}`,
      );
      charges.push({ table, view });
    } catch (cause) {
      throw unreadableFile(path, cause);
    }
  }
  const { contents, netPayers } = await readContents(database, charges, basis);
  if (contents.length === 0)
    throw badInput(`${paths.join(", ")}: the bill holds no lines`, { files: [...paths] });
  await refuseOverlap(database, charges);
  return {
    sources: charges.map(({ table: { path, format, rows } }) => ({ path, format: format.name, lines: rows })),
    contents,
    charges: (query: ChargeQuery): AsyncIterable<readonly ChargeGroup[]> =>
      readGroups(database, charges, { ...query, basis, needs, netPayers }),
    close: () => database.close(),
  };
}
