import type { Amount } from "../../costs/money.ts";

/** How many rows are told one by one. */
export const MOST_ROWS = 20;

/**
 * The rows that are told one by one, in their order: those of the largest size; and the rest, never a single one.
 *
 * @example largest([row], () => 5n) // { named: [row], rest: [] }
 */
export function largest<Row>(
  rows: readonly Row[],
  sizeOf: (row: Row) => Amount,
): { readonly named: readonly Row[]; readonly rest: readonly Row[] } {
  if (rows.length <= MOST_ROWS + 1) return { named: rows, rest: [] };
  const sizes = rows.map((row, index) => ({ index, size: magnitude(sizeOf(row)) }));
  const ranked = sizes.sort((a, b) => (a.size === b.size ? a.index - b.index : a.size > b.size ? -1 : 1));
  const first = new Set(ranked.slice(0, MOST_ROWS).map(({ index }) => index));
  return {
    named: rows.filter((_, index) => first.has(index)),
    rest: rows.filter((_, index) => !first.has(index)),
  };
}

function magnitude(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}
