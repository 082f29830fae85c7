import { parseAmount, sum } from "@tagledger/core/costs/money";
import { plainText } from "@tagledger/core/reports/render/csv-text";
import { parse } from "csv-parse/sync";

/** Amounts by what they are of, as text: whatever is written twice of one key is added. */
export type Amounts = ReadonlyMap<string, bigint>;

/** Adds amounts up by key; those of nothing are left out. */
export function amountsOf(
  all: Iterable<readonly [key: readonly (string | null)[], amount: string]>,
): Amounts {
  const amounts = new Map<string, bigint>();
  for (const [key, text] of all) {
    const name = JSON.stringify(key);
    amounts.set(name, (amounts.get(name) ?? 0n) + parseAmount(text));
  }
  return new Map([...amounts].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What amounts come to. */
export function totalOf(amounts: Amounts): bigint {
  return sum([...amounts.values()]);
}

/**
 * The rows of a CSV as an independent parser reads them.
 *
 * @param plain whether names are told as they were before they were made harmless
 */
export function csvRows(text: string, plain = true): Record<string, string | null>[] {
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, cell === "" ? null : plain ? plainText(cell) : cell]),
    ),
  );
}

/** The values of a column that is written as a dictionary and places in it, or once for all. */
export function columnValues(column: unknown, rows: number): (string | null)[] {
  const { values, at } = column as { values: (string | null)[]; at?: number[] };
  return Array.from({ length: rows }, (_, row) => values[at?.[row] ?? 0] ?? null);
}
