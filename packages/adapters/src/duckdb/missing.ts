import type { Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import { type ColumnSource, isNamed } from "../bills/format.ts";
import type { BillTable } from "./bill-table.ts";
import { columnFor } from "./columns.ts";

/** Whether a table holds the columns without which it cannot be read on a basis. */
export function holdsBasis(table: BillTable, basis: Basis): boolean {
  return missingOf(table, table.format.required(basis)).length === 0;
}

/** Whether a table holds the columns that lines of these types need on a basis. */
export function pricesTypes(table: BillTable, basis: Basis, types: ReadonlySet<string>): boolean {
  const needed = Object.entries(table.format.neededByType(basis)).filter(([type]) => types.has(type));
  return needed.every(([, names]) => missingOf(table, names).length === 0);
}

/** Refuses a table that lacks columns without which it cannot be read on a basis. */
export function refuseMissingColumns(table: BillTable, basis: Basis): void {
  refuse(table, basis, table.format.required(basis), "");
}

/**
 * Refuses a table with two columns of one name for a fact, a time, or an amount that a basis looks at: nobody knows which
 * is meant.
 */
export function refuseDoubleColumns({ path, columns, format }: BillTable, bases: readonly Basis[]): void {
  const used = new Set(bases.flatMap((basis) => format.used(basis)));
  const plain = columns.filter(({ name }) => !format.tagColumns.test(name));
  const refuseSeveral = (names: readonly string[], what: string) => {
    const found = plain.filter((column) => isNamed(column.name, names)).map(({ name }) => name);
    if (found.length > 1)
      throw badInput(`${path}: several columns hold the same ${what}: ${found.join(" and ")}`, {
        file: path,
      });
  };
  for (const { name, from } of format.amounts) if (used.has(name)) refuseSeveral(from, "amount");
  // Of names that mean the same the first that is there counts. Products have columns by the hundred, of many spellings.
  for (const name of format.texts.flatMap(({ from }) => from))
    if (!/^product/.test(name)) refuseSeveral([name], "fact");
  for (const { from } of format.times) for (const name of from) refuseSeveral([name], "time");
}

/** Refuses lines of types whose cost on a basis stands in columns that the table lacks. */
export function refuseUnpricedTypes(table: BillTable, basis: Basis, types: ReadonlySet<string>): void {
  for (const [type, names] of Object.entries(table.format.neededByType(basis))) {
    if (types.has(type)) refuse(table, basis, names, ` of its ${type} lines`);
  }
}

function refuse(table: BillTable, basis: Basis, names: readonly string[], lines: string): void {
  const missing = missingOf(table, names);
  if (missing.length === 0) return;
  const columns = `${missing.length === 1 ? "column" : "columns"} ${missing.join(", ")}`;
  throw badInput(
    `${table.path}: this ${table.format.name} bill lacks the ${columns}, which the ${basis} basis${lines} needs`,
    {
      file: table.path,
      missing,
    },
  );
}

function missingOf(table: BillTable, names: readonly string[]): string[] {
  const { texts, amounts } = table.format;
  const lacks = ({ name, from }: ColumnSource) =>
    names.includes(name) && columnFor(table, from) === undefined;
  return [...texts, ...amounts].filter(lacks).map(({ from }) => from[0] ?? "");
}
