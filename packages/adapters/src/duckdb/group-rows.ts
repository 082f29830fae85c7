import { DuckDBDecimalValue, type DuckDBValue } from "@duckdb/node-api";
import type { ChargeGroup } from "@tagledger/core/costs/charge";

/** Groups as they come from the database, and how many of their lines have an amount that cannot be read. */
export interface GroupRows {
  readonly groups: ChargeGroup[];
  readonly unreadable: bigint;
}

/** Reads some rows of what `groups.sql` gives, column by column. */
export function groupRows(columns: DuckDBValue[][], tagCount: number): GroupRows {
  const text = (column: number, row: number) => String(columns[column]?.[row] ?? "");
  const amount = (column: number, row: number) => {
    const value = columns[column]?.[row];
    return value instanceof DuckDBDecimalValue ? value.value : 0n;
  };
  let unreadable = 0n;
  const groups = (columns[0] ?? []).map((_, row): ChargeGroup => {
    unreadable += BigInt(text(15, row));
    return {
      account: text(0, row),
      region: text(1, row),
      service: text(2, row),
      serviceName: text(3, row),
      usageType: text(4, row),
      lineItemType: text(5, row),
      unusedCommitment: columns[6]?.[row] === true,
      ...(text(7, row) === "" ? {} : { commitment: text(7, row) }),
      resource: text(8, row),
      principal: text(9, row),
      invoice: text(10, row),
      issuer: text(11, row),
      epoch: Number(text(12, row)),
      followed: columns[13]?.[row] === true,
      lines: Number(text(14, row)),
      amount: amount(16, row),
      positive: amount(17, row),
      billed: amount(18, row),
      tags: Array.from({ length: tagCount }, (_tag, index) => text(19 + index, row)),
    };
  });
  return { groups, unreadable };
}
