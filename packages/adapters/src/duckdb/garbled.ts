import { badInput } from "@tagledger/core/errors";
import { isNamed } from "../bills/format.ts";
import { type BillTable, fromTable } from "./bill-table.ts";
import type { Database } from "./database.ts";
import { garbled } from "./entries.ts";

/**
 * Refuses a table whose columns of several entries, such as tags, hold a text that is no JSON object.
 *
 * @throws bad-input naming file, line and column
 */
export async function refuseGarbled(database: Database, table: BillTable): Promise<void> {
  const { columns, format } = table;
  const maps = [...format.tagMaps, ...format.texts.flatMap(({ orIn }) => orIn?.map ?? [])];
  for (const column of columns.filter(({ name }) => isNamed(name, maps))) {
    const condition = garbled(column);
    if (condition === undefined) continue;
    const [found] = await database.rows(
      `SELECT min(file_row_number) AS row FROM ${fromTable(table)} WHERE ${condition}`,
    );
    if (found === undefined || found.row === null) continue;
    const place = await table.placeOf(Number(found.row));
    throw badInput(`${place}: ${column.name} is not a JSON object`, {
      file: table.path,
      column: column.name,
    });
  }
}
