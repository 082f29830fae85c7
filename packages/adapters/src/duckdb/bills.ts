import type { ChargeGroup } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import type { Bill, BillOptions, Bills, ChargeQuery } from "@tagledger/core/ports";
import { openCharges, type Telling } from "./charges.ts";
import { readContents } from "./contents.ts";
import { type Database, openDatabase, sqlFile } from "./database.ts";
import { readGroups, SLICE_ROWS } from "./groups.ts";
import { refuseOverlap } from "./overlap.ts";

const SILENT: Telling = { progress: () => {}, note: () => {} };

/**
 * Reads bills from disk through DuckDB: FOCUS and AWS Cost and Usage Reports, as CSV, gzipped CSV and Parquet.
 *
 * @example const bill = await duckdbBills().open(["bills/"], { basis: "effective", needs })
 */
export function duckdbBills({ tell = SILENT, sliceRows = SLICE_ROWS } = {}): Bills {
  return {
    async open(paths, options) {
      const database = await openDatabase();
      try {
        return await openBill(database, paths, options, { tell, sliceRows });
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
  { tell, sliceRows }: { tell: Telling; sliceRows: number },
): Promise<Bill> {
  await database.run(sqlFile("macros.sql"));
  await database.run(`SET VARIABLE basis = '${basis}'`);
  const charges = await openCharges(database, paths, { basis, needs }, tell);
  const { contents, netPayers, payers } = await readContents(database, charges, basis);
  if (contents.length === 0)
    throw badInput(`${paths.join(", ")}: the bill holds no lines`, { files: [...paths] });
  await refuseOverlap(database, charges);
  return {
    sources: charges.map(({ table: { path, format, rows } }) => ({
      path,
      format: format.name,
      lines: rows,
      payers: [...(payers.get(path) ?? [])].sort(),
    })),
    contents,
    charges: (query: ChargeQuery): AsyncIterable<readonly ChargeGroup[]> =>
      readGroups(database, charges, { ...query, basis, needs, netPayers, sliceRows }),
    close: () => database.close(),
  };
}
