/** A whole number from 0 on; those beyond 2^53 are bigints. */
export type Whole = number | bigint;

const BYTE = 256;
/** As many bytes as a number holds exactly. */
const WORD_BYTES = 6;
const WORD_BITS = 48n;

/** How many bytes each number of a column takes: none where all are 0. */
export function widthOf(column: readonly Whole[]): number {
  let most: Whole = 0;
  for (const value of column) if (value > most) most = value;
  return most === 0 ? 0 : Math.ceil(most.toString(16).length / 2);
}

/**
 * Writes a column as bytes: first the lowest byte of each number, then the next of each, because bytes of one place are
 * alike and compress the better for standing together.
 *
 * @example columnBytes([1, 258], 2) // Uint8Array [1, 2, 0, 1]
 */
export function columnBytes(column: readonly Whole[], width: number): Uint8Array {
  const bytes = new Uint8Array(column.length * width);
  if (width === 0) return bytes;
  for (let row = 0; row < column.length; row++) {
    let rest = column[row] ?? 0;
    for (let place = row; rest > 0; place += column.length) {
      if (typeof rest === "bigint" && rest <= Number.MAX_SAFE_INTEGER) rest = Number(rest);
      if (typeof rest === "number") {
        bytes[place] = rest % BYTE;
        rest = Math.floor(rest / BYTE);
      } else {
        bytes[place] = Number(rest & 0xffn);
        rest >>= 8n;
      }
    }
  }
  return bytes;
}

/** Reads a number of a column that {@link columnBytes} wrote. */
export function numberAt(bytes: Uint8Array, rows: number, width: number, row: number): number {
  let value = 0;
  for (let place = width - 1; place >= 0; place -= 1) value = value * BYTE + (bytes[place * rows + row] ?? 0);
  return value;
}

/** Reads a number of any size of a column that {@link columnBytes} wrote. */
export function bigintAt(bytes: Uint8Array, rows: number, width: number, row: number): bigint {
  let value = 0n;
  for (let word = Math.floor((width - 1) / WORD_BYTES); word >= 0; word -= 1) {
    const first = word * WORD_BYTES;
    const part = bytes.subarray(first * rows);
    value = (value << WORD_BITS) + BigInt(numberAt(part, rows, Math.min(WORD_BYTES, width - first), row));
  }
  return value;
}
