import { DuckDBDecimalValue, type DuckDBValue } from "@duckdb/node-api";
import type { ControlTotal } from "@tagledger/core/bills/version";
import type { Basis } from "@tagledger/core/costs/charge";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import type { Database } from "../database.ts";
import { fromFiles } from "./merge.ts";

/**
 * The currency of a month's lines; lines that do not say join those that do.
 *
 * @throws bad-input listing the currencies where there are several, or saying that there are no lines
 */
export async function onlyCurrency(
  database: Database,
  files: readonly string[],
  month: string,
): Promise<string> {
  const rows =
    files.length === 0
      ? []
      : await database.rows(
          `SELECT currency, sum(lines) AS lines FROM ${fromFiles(files)} GROUP BY currency ORDER BY lines DESC, currency`,
        );
  if (rows.length === 0) throw badInput(`the delivery holds no lines of ${month}`, { period: month });
  const named = rows.filter(({ currency }) => currency !== "");
  if (named.length > 1) {
    const list = named.map(({ currency, lines }) => `${currency} (${lines} lines)`);
    throw badInput(
      `the delivery holds several currencies: ${list.join(", ")}; one bill is in one currency (report --currency divides a bill of several)`,
      { period: month, currencies: named.map(({ currency }) => String(currency)) },
    );
  }
  return String(named[0]?.currency ?? "");
}

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
