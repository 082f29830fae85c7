import type { Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import type { BillContent } from "@tagledger/core/ports";
import type { ChargeTable } from "./charges.ts";
import { type Database, sqlFile } from "./database.ts";
import { refuseUnpricedTypes } from "./missing.ts";
import { unreadableFile } from "./unreadable.ts";

/** A payer whose export holds costs net of discounts for a period. */
export interface NetPayer {
  readonly payer: string;
  readonly period: string;
}

/** What kinds of line a bill holds, and whose costs are net of discounts. */
export interface Contents {
  readonly contents: readonly BillContent[];
  readonly netPayers: readonly NetPayer[];
  /** The accounts that each table bills, by its path. */
  readonly payers: ReadonlyMap<string, ReadonlySet<string>>;
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
  const netPayers: NetPayer[] = [];
  const payers = new Map<string, Set<string>>();
  for (const { table, view } of charges) {
    const types = new Set<string>();
    const billed = new Set<string>();
    payers.set(table.path, billed);
    for (const row of await contentsOf(database, view, table.path)) {
      const period = String(row.period);
      if (period === "") {
        const place = await table.placeOf(Number(row.first_row));
        throw badInput(`${place}: this line has no billing period`, { file: table.path });
      }
      const lineItemType = String(row.line_item_type);
      types.add(lineItemType);
      if (row.payer !== "") billed.add(String(row.payer));
      if (row.has_net === true) netPayers.push({ payer: String(row.payer), period });
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
  return { contents, netPayers, payers };
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
