import type { DayCell } from "@tagledger/core/bills/day";
import { DIMENSIONS } from "@tagledger/core/config/definition/match";
import type { Leaf } from "@tagledger/core/costs/leaf";
import { amountDigits, amountOf } from "./amount-digits.ts";
import { bigintAt, columnBytes, numberAt, type Whole, widthOf } from "./byte-columns.ts";

/** The facts of a cell that few cells have a value of their own of. */
const FACTS = [...DIMENSIONS, "service", "account"] as const;
type Fact = (typeof FACTS)[number];

const END_OF_HEAD = 0x0a;

/** What stands before the columns: a line of JSON. */
interface Head {
  readonly rows: number;
  /** Of each fact the values that there are; a column says which a cell has. */
  readonly values: readonly (readonly (string | null)[])[];
  /** How many bytes a number takes: of the facts, then of lines, shape and digits of the amounts. */
  readonly widths: readonly number[];
}

/** Writes cells column by column, so that what is alike stands together and compresses well; the same for the same cells. */
export function packCells(cells: readonly DayCell[]): Buffer {
  const facts = FACTS.map((fact) => dictionary(cells, fact));
  const { digits, shapes } = amountDigits(cells.map(({ amount }) => amount));
  const columns: readonly (readonly Whole[])[] = [
    ...facts.map(({ places }) => places),
    cells.map(({ lines }) => lines),
    shapes,
    digits,
  ];
  const widths = columns.map(widthOf);
  const head: Head = { rows: cells.length, values: facts.map(({ values }) => values), widths };
  const bytes = columns.map((column, index) => columnBytes(column, widths[index] ?? 0));
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, "utf8"), ...bytes]);
}

/** Reads what {@link packCells} wrote. */
export function unpackCells(bytes: Uint8Array): DayCell[] {
  const end = bytes.indexOf(END_OF_HEAD);
  const { rows, values, widths } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Head;
  let start = end + 1;
  const columns = widths.map((width) => {
    const column = bytes.subarray(start, start + rows * width);
    start += rows * width;
    return { column, width };
  });
  const number = (index: number, row: number): number => {
    const { column, width } = columns[index] ?? { column: bytes, width: 0 };
    return numberAt(column, rows, width, row);
  };
  const fact = (name: Fact, row: number): string | null => {
    const index = FACTS.indexOf(name);
    return values[index]?.[number(index, row)] ?? null;
  };
  const [lines, shape, digits] = [FACTS.length, FACTS.length + 1, columns.at(-1)];
  return Array.from({ length: rows }, (_, row) => ({
    leaf: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, fact(dimension, row)])) as Leaf,
    service: fact("service", row) ?? "",
    account: fact("account", row) ?? "",
    lines: number(lines, row),
    amount:
      digits === undefined
        ? 0n
        : amountOf(bigintAt(digits.column, rows, digits.width, row), number(shape, row)),
  }));
}

/** The values of a fact in the order in which they come, and which of them each cell has. */
function dictionary(cells: readonly DayCell[], fact: Fact) {
  const known = new Map<string | null, number>();
  const places = cells.map((cell) => {
    const value = fact === "service" || fact === "account" ? cell[fact] : cell.leaf[fact];
    const place = known.get(value) ?? known.size;
    if (place === known.size) known.set(value, place);
    return place;
  });
  return { values: [...known.keys()], places };
}
