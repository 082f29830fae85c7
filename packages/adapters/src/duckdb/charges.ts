import { badInput } from "@tagledger/core/errors";
import type { BillOptions } from "@tagledger/core/ports";
import { findBillFiles } from "../bills/find.ts";
import { NoBill, promisesTable } from "../bills/no-bill.ts";
import type { BillTable } from "./bill-table.ts";
import { type Database, sqlFile } from "./database.ts";
import { refuseGarbled } from "./garbled.ts";
import { refuseDoubleColumns, refuseMissingColumns } from "./missing.ts";
import { sourceQuery } from "./source.ts";
import { openTable } from "./table.ts";
import { tagColumns } from "./tags.ts";
import { unreadableFile } from "./unreadable.ts";
import { refuseUnreadableTimes } from "./values.ts";

/** What a caller is told while a bill is read. */
export interface Telling {
  /** What is being done. */
  progress(message: string): void;
  /** What people should know of the result. */
  note(message: string): void;
}

/** A table of a bill and the view that holds its canonical charges. */
export interface ChargeTable {
  readonly table: BillTable;
  readonly view: string;
}

/**
 * Opens the files of a bill, and says which others lay beside them.
 *
 * @throws bad-input when one cannot be read, or none is a bill
 */
export async function openCharges(
  database: Database,
  paths: readonly string[],
  options: BillOptions,
  tell: Telling,
): Promise<ChargeTable[]> {
  const { files, superseded } = await findBillFiles(paths);
  const charges: ChargeTable[] = [];
  const others: NoBill[] = [];
  for (const { path, named } of files) {
    tell.progress(`reading ${path}`);
    try {
      charges.push(await openFile(database, path, charges.length, options));
    } catch (error) {
      if (!(error instanceof NoBill) || named || (promisesTable(path) && !error.harmless)) throw error;
      others.push(error);
    }
  }
  const reason = others.map(({ message }) => `; ${message}`)[0] ?? "";
  if (charges.length === 0)
    throw badInput(`${paths.join(", ")}: no bill here${reason}`, { files: [...paths] });
  for (const { message } of others.filter(({ harmless }) => harmless)) tell.note(`left out ${message}`);
  if (superseded.length > 0) {
    tell.note(`left out, as no manifest lists them: ${superseded[0]}${more(superseded)}`);
  }
  return charges;
}

async function openFile(
  database: Database,
  path: string,
  index: number,
  { basis, needs }: BillOptions,
): Promise<ChargeTable> {
  const table = await openTable(database, path, { bases: [basis], index });
  const view = `charges_${index}`;
  try {
    refuseMissingColumns(table, basis);
    refuseDoubleColumns(table, [basis]);
    await refuseUnreadableTimes(database, table);
    await refuseGarbled(database, table);
    const source = sourceQuery(table, [basis], await tagColumns(database, table, needs.tagKeys));
    await database.run(
      `CREATE VIEW ${view} AS WITH charges AS NOT MATERIALIZED (
         WITH source AS NOT MATERIALIZED (${source}) ${sqlFile(table.format.sql)}
       ) ${sqlFile("on-basis.sql")}`,
    );
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
  return { table, view };
}

function more(paths: readonly string[]): string {
  return paths.length === 1 ? "" : ` and ${paths.length - 1} more`;
}
