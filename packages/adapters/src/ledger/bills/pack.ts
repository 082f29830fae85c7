import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import type { DayCell } from "@tagledger/core/bills/day";
import { DIMENSIONS } from "@tagledger/core/config/definition/match";
import type { Leaf } from "@tagledger/core/costs/leaf";
import { SCALE } from "@tagledger/core/costs/money";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

// Near the best at a fraction of the time.
const QUALITY = 5;

/** The facts of a cell that few cells have a value of their own of. */
const FACTS = [...DIMENSIONS, "service", "account"] as const;
type Fact = (typeof FACTS)[number];

/** Cells column by column: of each fact the values that there are, and for each cell which it has. */
interface Columns {
  readonly values: Readonly<Record<Fact, readonly (string | null)[]>>;
  readonly cells: Readonly<Record<Fact, readonly number[]>>;
  readonly lines: readonly number[];
  /** How many zeros all amounts at scale 24 end with, which are left off. */
  readonly zeros: number;
  /** Whole numbers, with commas between. */
  readonly amounts: string;
}

/**
 * Writes cells as text, column by column, so that what is alike stands together; the same for the same cells.
 *
 * @example columnsText([]) // '{"values":{"team":[],…},"zeros":24,"amounts":""}'
 */
export function columnsText(cells: readonly DayCell[]): string {
  const values = Object.fromEntries(FACTS.map((fact) => [fact, new Map<string | null, number>()]));
  const indices = FACTS.map((fact) => {
    const known = values[fact] ?? new Map<string | null, number>();
    const places = cells.map((cell) => {
      const value = factOf(cell, fact);
      const index = known.get(value) ?? known.size;
      known.set(value, index);
      return index;
    });
    return [fact, places] as const;
  });
  const zeros = commonZeros(cells);
  const divisor = 10n ** BigInt(zeros);
  return JSON.stringify({
    values: Object.fromEntries(FACTS.map((fact) => [fact, [...(values[fact]?.keys() ?? [])]])),
    cells: Object.fromEntries(indices),
    lines: cells.map(({ lines }) => lines),
    zeros,
    amounts: cells.map(({ amount }) => String(amount / divisor)).join(","),
  });
}

/** Reads what {@link columnsText} wrote. */
export function cellsIn(text: string): DayCell[] {
  const { values, cells, lines, zeros, amounts } = JSON.parse(text) as Columns;
  const factor = 10n ** BigInt(zeros);
  const all = amounts === "" ? [] : amounts.split(",");
  const fact = (name: Fact, place: number) => values[name][cells[name][place] ?? -1] ?? null;
  return all.map((amount, place) => ({
    leaf: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, fact(dimension, place)])) as Leaf,
    service: fact("service", place) ?? "",
    account: fact("account", place) ?? "",
    lines: lines[place] ?? 0,
    amount: BigInt(amount) * factor,
  }));
}

/** Compresses a text. */
export async function pack(text: string): Promise<Buffer> {
  return compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}

/** Gives back the text that was compressed. */
export async function unpack(bytes: Uint8Array): Promise<string> {
  return (await decompress(bytes)).toString("utf8");
}

function factOf(cell: DayCell, fact: Fact): string | null {
  return fact === "service" || fact === "account" ? cell[fact] : cell.leaf[fact];
}

function commonZeros(cells: readonly DayCell[]): number {
  let zeros: number = SCALE;
  for (const { amount } of cells) {
    while (zeros > 0 && amount % 10n ** BigInt(zeros) !== 0n) zeros--;
  }
  return zeros;
}
