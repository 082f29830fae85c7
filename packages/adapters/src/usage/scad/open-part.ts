import { join } from "node:path";
import type { DeliveredPart } from "@tagledger/core/bills/delivery";
import { OPTIONAL_FACTS } from "@tagledger/core/costs/query";
import { detectFormat } from "../../bills/detect.ts";
import type { PartFetcher } from "../../deliveries/fetcher.ts";
import type { BillTable } from "../../duckdb/bill-table.ts";
import type { Database } from "../../duckdb/database.ts";
import { refuseGarbled } from "../../duckdb/garbled.ts";
import { neededColumns } from "../../duckdb/staging/needed-columns.ts";
import { renamed } from "../../duckdb/staging/parts.ts";
import { openTable } from "../../duckdb/table.ts";
import { asSplit, splitCur } from "./split-format.ts";

/** What parts are brought and opened with. */
export interface Opening {
  readonly database: Database;
  readonly fetcher: PartFetcher;
  readonly folder: string;
  /** All tags that are asked of the bill. */
  readonly tagKeys: readonly string[];
}

/**
 * Brings a part of a delivery to this machine and has it read: of it only what split lines and machines are read from.
 *
 * @param index tells it from other parts
 * @returns false where it is of a family that holds no split lines
 * @throws bad-input naming the part where it is no bill, or where reading says so
 */
export async function openPart(
  { database, fetcher, folder, tagKeys }: Opening,
  part: DeliveredPart,
  { index, read }: { readonly index: number; readonly read: (table: BillTable) => Promise<void> },
): Promise<boolean> {
  const needs = { facts: new Set(OPTIONAL_FACTS), tagKeys, instants: [] };
  const { path } = await fetcher.fetch(part, join(folder, `part-${index}`), (names) => {
    const format = asSplit(detectFormat(part.place, names));
    if (format !== splitCur) return names.slice(0, 1);
    return neededColumns(format, names, { needs, places: true, compared: false });
  });
  try {
    const table = await openTable(database, path, { bases: ["billed"], index, as: asSplit });
    if (table.format !== splitCur) return false;
    await refuseGarbled(database, table);
    await read(table);
    return true;
  } catch (error) {
    throw renamed(error, path, part.place);
  }
}
