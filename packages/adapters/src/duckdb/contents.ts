import type { Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import type { BillContent } from "@tagledger/core/ports";
import { type Database, sqlFile } from "./database.ts";
import type { ChargeTable } from "./overlap.ts";
import { refuseUnpricedTypes } from "./source.ts";
import { unreadableFile } from "./unreadable.ts";

/** What kinds of line a bill holds, and the payers whose exports have net columns. */
export interface Contents {
  readonly contents: readonly BillContent[];
  readonly netPayers: readonly string[];
}

/**
 * Reads what kinds of line a bill holds.
 *
 * @throws bad-input when a line has no billing period, or its cost on the basis stands in a column that is missing
 */
export async function readContents(
  database: Database,
  charges: readonly ChargeTable[],
  basis: Basis,
): Promise<Contents> {
  const contents: BillContent[] = [];
  const netPayers = new Set<string>();
  for (const { table, view } of charges) {
    const types = new Set<string>();
    for (const row of await contentsOf(database, view, table.path)) {
      const period = String(row.period);
      if (period === "") {
        throw badInput(`${await table.placeOf(Number(row.first_row))}: no billing period that can be read`, {
          file: table.path,
        });
      }
      const lineItemType = String(row.line_item_type);
      types.add(lineItemType);
      if (row.has_net === true) netPayers.add(String(row.payer));
      contents.push({
        period,
        currency: String(row.currency),
        lineItemType,
        unusedCommitment: row.unused_commitment === true,
        service: String(row.service),
        serviceName: String(row.service_name),
        lines: Number(row.lines),
      });
    }
    refuseUnpricedTypes(table, basis, types);
  }
  return { contents, netPayers: [...netPayers] };
}

async function contentsOf(database: Database, view: string, path: string) {
  try {
    return await database.rows(
      `WITH charges AS NOT MATERIALIZED (SELECT * FROM ${view}) ${sqlFile("contents.sql")}`,
    );
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
}
