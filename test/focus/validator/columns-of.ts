import type { Check } from "./model.ts";

/** The columns that a check looks at, not those of other rules that it names. */
export function columnsOf(check: Check): string[] {
  const own = [check.ColumnName, check.ColumnAName, check.ColumnBName, check.ResultColumnName];
  return [
    ...own.flatMap((name) => (name === undefined ? [] : [name])),
    ...(check.Items ?? []).flatMap(columnsOf),
  ];
}
