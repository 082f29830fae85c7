import { DuckDBDecimalValue, type DuckDBValue } from "@duckdb/node-api";
import type { ControlTotal } from "@tagledger/core/bills/version";
import type { Basis } from "@tagledger/core/costs/charge";
import { TagledgerError } from "@tagledger/core/errors";
import type { Database } from "../database.ts";

/** What the lines of each type come to, ordered by type. */
export async function totalsOf(
  database: Database,
  from: string,
  bases: readonly Basis[],
): Promise<ControlTotal[]> {
  const sums = bases.map((basis) => `sum(${basis}) AS ${basis}`);
  const rows = await database.rows(
    `SELECT line_item_type, sum(lines) AS lines, ${sums.join(", ")} FROM ${from} GROUP BY line_item_type`,
  );
  return rows
    .map((row) => ({
      type: String(row.line_item_type),
      lines: Number(row.lines),
      amounts: Object.fromEntries(bases.map((basis) => [basis, amountOf(row[basis])])),
    }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** An exact amount as it comes from the database. */
export function amountOf(value: DuckDBValue | undefined): bigint {
  return value instanceof DuckDBDecimalValue ? value.value : 0n;
}

/** Compares the totals of what was read with those of the cells that it was made. */
export function refuseDifferent(read: readonly ControlTotal[], made: readonly ControlTotal[]): void {
  const text = (totals: readonly ControlTotal[]) =>
    JSON.stringify(totals, (_, value) => (typeof value === "bigint" ? String(value) : value));
  if (text(read) === text(made)) return;
  throw new TagledgerError("outside-failure", "the cells do not come to what was read; nothing was taken in");
}
