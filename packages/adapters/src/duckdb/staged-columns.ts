import type { Basis } from "@tagledger/core/costs/charge";
import { type BillFormat, isNamed } from "../bills/format.ts";
import type { TableColumn } from "./bill-table.ts";
import { type ValueKind, valueSql } from "./columns.ts";

/** A column of a CSV file that is put into Parquet. */
export interface StagedColumn {
  /** What to work out first of the file's columns, all of them texts. */
  readonly read: readonly string[];
  /** What to keep of these columns and of what was worked out. */
  readonly keep: readonly string[];
  /** The column that comes of it. */
  readonly column: TableColumn;
}

const TYPES: Readonly<Record<ValueKind, string>> = {
  amounts: "DECIMAL(38,24)",
  times: "TIMESTAMP WITH TIME ZONE",
};

/**
 * The columns of a CSV file that a bill is read from. Amounts and times are read here, once for all queries; of those
 * that cannot be read the texts are kept, to say what they were.
 *
 * @param names the column names of the bill and those they go by in SQL
 */
export function stagedColumns(
  format: BillFormat,
  bases: readonly Basis[],
  names: readonly { readonly name: string; readonly alias: string }[],
): StagedColumn[] {
  const used = new Set(bases.flatMap((basis) => format.used(basis)));
  const amounts = format.amounts.filter(({ name }) => used.has(name)).flatMap(({ from }) => from);
  const times = format.times.flatMap(({ from }) => from);
  const texts = format.texts.flatMap(({ from, orIn }) => [
    ...from,
    ...(orIn === undefined ? [] : [orIn.map]),
  ]);
  return names.flatMap(({ name, alias }) => {
    const column = { name, sql: alias, type: "VARCHAR" };
    if (isNamed(name, amounts)) return [valueColumn(column, "amounts")];
    if (isNamed(name, times)) return [valueColumn(column, "times")];
    const kept = isNamed(name, [...texts, ...format.tagMaps]) || format.tagColumns.test(name);
    return kept ? [{ read: [], keep: [alias], column }] : [];
  });
}

function valueColumn(text: TableColumn, kind: ValueKind): StagedColumn {
  const [value, refused] = [`${text.sql}_value`, `${text.sql}_refused`];
  return {
    read: [`${valueSql(text, kind)} AS ${value}`],
    keep: [
      `${value} AS ${text.sql}`,
      `CASE WHEN ${value} IS NULL AND NOT is_absent(${text.sql}) THEN ${text.sql} END AS ${refused}`,
    ],
    column: { ...text, type: TYPES[kind], refused },
  };
}
