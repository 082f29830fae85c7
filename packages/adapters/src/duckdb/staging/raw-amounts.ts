import type { Basis } from "@tagledger/core/costs/charge";
import type { ColumnSource } from "../../bills/format.ts";
import type { TableColumn } from "../bill-table.ts";
import { columnFor } from "../columns.ts";
import { factsOf } from "./column-facts.ts";
import { type Slice, typesOf } from "./part.ts";
import { comparable, type ExactSum, exactSum, type Places } from "./sums.ts";

/** How the amounts of a slice are added up. */
export interface RawAmounts {
  /** By the names of the format's amounts. */
  readonly sums: ReadonlyMap<string, ExactSum>;
  /**
   * What must not differ within a group, so that a cost can be told of sums as it is told of a line: whether an amount is
   * there, and whether a cost is below zero.
   */
  readonly alike: string | undefined;
}

/**
 * The amounts of a slice that one of the bases looks at.
 *
 * @param places of the amounts of the lines that are added up
 */
export function rawAmounts(slice: Slice, bases: readonly Basis[], places: Places): RawAmounts {
  const { table } = slice.parts[0];
  const types = typesOf(slice);
  const used = new Set(bases.flatMap((basis) => table.format.used(basis)));
  const columns = new Map<string, TableColumn>();
  for (const amount of table.format.amounts) {
    const column =
      used.has(amount.name) && matters(amount, types) ? columnFor(table, amount.from) : undefined;
    if (column !== undefined && factsOf(slice.parts, column).nulls !== "all")
      columns.set(amount.name, column);
  }
  const sums = [...columns].map(
    ([name, column]) =>
      [name, exactSum(column, `sum_${name}`, factsOf(slice.parts, column), places)] as const,
  );
  return { sums: new Map(sums), alike: packed(conditions(slice, columns)) };
}

function matters({ of }: ColumnSource, types: ReadonlySet<string>): boolean {
  return of?.some((type) => types.has(type)) ?? true;
}

function conditions(slice: Slice, columns: ReadonlyMap<string, TableColumn>): string[] {
  const { tellsAbsent, combined } = slice.parts[0].table.format;
  const facts = (column: TableColumn) => factsOf(slice.parts, column);
  const absent = [...columns]
    .filter(([name, column]) => tellsAbsent.includes(name) && facts(column).nulls === "some")
    .map(([, column]) => `${column.sql} IS NULL`);
  const negative = [...columns.values()]
    .filter((column) => facts(column).negative)
    .map((column) => `${comparable(column)} < 0`);
  const below = combined.flatMap(({ first, second, less }) => {
    const [one, other] = [columns.get(first), columns.get(second)];
    if (one === undefined || other === undefined) return [];
    return [`${comparable(one)} < ${less === true ? "" : "-"}${comparable(other)}`];
  });
  return [...absent, ...negative, ...below];
}

function packed(all: readonly string[]): string | undefined {
  const bits = all.map((condition, bit) => `CASE WHEN ${condition} THEN ${2 ** bit} ELSE 0 END`);
  return bits.length === 0 ? undefined : bits.join(" + ");
}
