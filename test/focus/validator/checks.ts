import { parseAmount } from "@tagledger/core/costs/money";
import { FORMATS } from "./formats.ts";
import type { Check } from "./model.ts";

/** A row of a dataset; null where it holds nothing. */
export type Row = Readonly<Record<string, string | null>>;

/** The rows of a dataset, all with the same columns. */
export interface Dataset {
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly Row[];
}

/** Checks of one row that name columns; others need the dataset or the rules. */
const ROW_CHECKS: Readonly<Record<string, (check: Check, row: Row) => boolean>> = {
  CheckValue: (check, row) => isValue(valueIn(row, check.ColumnName), check.Value ?? null),
  CheckNotValue: (check, row) => !isValue(valueIn(row, check.ColumnName), check.Value ?? null),
  CheckSameValue: (check, row) => valueIn(row, check.ColumnAName) === valueIn(row, check.ColumnBName),
  CheckNotSameValue: (check, row) => valueIn(row, check.ColumnAName) !== valueIn(row, check.ColumnBName),
  CheckGreaterOrEqualThanValue: (check, row) => {
    const value = valueIn(row, check.ColumnName);
    return value === null || parseAmount(value) >= parseAmount(String(check.Value ?? 0));
  },
  ColumnByColumnEqualsColumnValue: (check, row) => {
    const [a, b, result] = [check.ColumnAName, check.ColumnBName, check.ResultColumnName].map((name) =>
      valueIn(row, name),
    );
    if (a == null || b == null || result == null) return true;
    return parseAmount(a) * parseAmount(b) === parseAmount(result) * parseAmount("1");
  },
};

/** Whether a row passes a check of its own values; undefined where the check is of another kind. */
export function checkRow(check: Check, row: Row): boolean | undefined {
  const format = FORMATS[check.CheckFunction];
  if (format !== undefined) {
    const value = valueIn(row, check.ColumnName);
    return value === null || format(value);
  }
  return ROW_CHECKS[check.CheckFunction]?.(check, row);
}

/** How many rows hold a value of one column that does not go with so many values of another. */
export function checkDistinct(check: Check, rows: readonly Row[]): number {
  const values = new Map<string, Set<string | null>>();
  for (const row of rows) {
    const a = valueIn(row, check.ColumnAName);
    if (a === null) continue;
    values.set(a, (values.get(a) ?? new Set()).add(valueIn(row, check.ColumnBName)));
  }
  return rows.filter((row) => {
    const distinct = values.get(valueIn(row, check.ColumnAName) ?? "");
    return distinct !== undefined && distinct.size !== check.ExpectedCount;
  }).length;
}

function valueIn(row: Row, column: string | undefined): string | null {
  return row[column ?? ""] ?? null;
}

function isValue(actual: string | null, expected: string | number | null): boolean {
  if (actual === null || expected === null) return actual === expected;
  return typeof expected === "number"
    ? parseAmount(actual) === parseAmount(String(expected))
    : actual === expected;
}
