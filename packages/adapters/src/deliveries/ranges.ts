/** Bytes of an object: from the first to before the last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Asking once more costs about as much time as so many bytes. */
const GAP = 256 * 1024;
/** More of an object is asked for in several pieces. */
const PIECE = 8 * 1024 * 1024;

/**
 * Puts ranges together that lie close, and takes apart long ones.
 *
 * @example piecesOf([{ start: 0, end: 10 }, { start: 20, end: 30 }]) // [{ start: 0, end: 30 }]
 */
export function piecesOf(ranges: readonly ByteRange[]): readonly ByteRange[] {
  const merged: ByteRange[] = [];
  for (const range of ranges.toSorted((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last === undefined || range.start > last.end + GAP) merged.push(range);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return merged.flatMap(cut);
}

function cut({ start, end }: ByteRange): ByteRange[] {
  const count = Math.ceil((end - start) / PIECE);
  return Array.from({ length: count }, (_, index) => ({
    start: start + index * PIECE,
    end: Math.min(end, start + (index + 1) * PIECE),
  }));
}
