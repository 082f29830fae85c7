import type { Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import type { BillContent } from "@tagledger/core/ports";
import type { CellBill } from "@tagledger/core/ports/ingestion";
import { type Database, fileLiteral } from "../database.ts";
import { ROW_GROUP } from "../few-rows.ts";
import { fromFiles } from "../staging/merge.ts";
import { cellGroups } from "./cell-groups.ts";
import { type CellsMetadata, readMetadata } from "./metadata.ts";
import { placedDays } from "./placed-days.ts";

/**
 * Opens files of cells as a bill.
 *
 * @throws bad-input when a file holds no cells, or they cannot be read on the basis
 */
export async function openCells(
  database: Database,
  files: readonly string[],
  basis: Basis,
): Promise<CellBill> {
  const [first = ""] = files;
  if (first === "") throw badInput("there are no files of cells", { files: [...files] });
  const metadata = await readMetadata(database, first);
  if (!metadata.bases.includes(basis)) {
    throw badInput(`${first}: these cells are not valued on the ${basis} basis`, { file: first, basis });
  }
  const from = fromFiles(files);
  const [counted] = await database.rows(
    `SELECT max(combination) + 1 AS combinations, count(*) AS cells FROM ${from}`,
  );
  const cells = Number(counted?.cells ?? 0);
  if (cells <= ROW_GROUP) await database.run("SET threads = 1");
  const lines = await linesOf(database, files);
  return {
    sources: files.map((path, index) => ({ path, format: metadata.format, lines: lines[index] ?? 0 })),
    contents: await contentsOf(database, from, metadata),
    combinations: Number(counted?.combinations ?? 0),
    charges: ({ period, currency, besides = [] }) =>
      period === metadata.period && (currency === metadata.currency || metadata.currency === "")
        ? cellGroups(database, files, metadata, { basis, besides })
        : nothing(),
    days: (placed) => placedDays(database, { from, cells, bases: metadata.bases }, placed),
    close: () => database.close(),
  };
}

async function* nothing(): AsyncIterable<never> {}

async function linesOf(database: Database, files: readonly string[]): Promise<number[]> {
  const lines: number[] = [];
  for (const file of files) {
    const [row] = await database.rows(`SELECT sum(lines) AS lines FROM read_parquet(${fileLiteral(file)})`);
    lines.push(Number(row?.lines ?? 0));
  }
  return lines;
}

async function contentsOf(
  database: Database,
  from: string,
  { period, currency }: CellsMetadata,
): Promise<BillContent[]> {
  const rows = await database.rows(
    `SELECT line_item_type, unused_commitment, service, service_name, sum(lines) AS lines
     FROM ${from} GROUP BY ALL ORDER BY ALL`,
  );
  return rows.map((row) => ({
    period,
    currency,
    lineItemType: String(row.line_item_type),
    unusedCommitment: row.unused_commitment === true,
    service: String(row.service),
    serviceName: String(row.service_name),
    lines: Number(row.lines),
  }));
}
