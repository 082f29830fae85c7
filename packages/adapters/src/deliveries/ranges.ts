/** Bytes of an object: from the first to before the last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Asking once more takes about as long as so many bytes. */
const GAP = 256 * 1024;
/** Of an object this share at most is fetched only to ask less often. */
const WASTE = 0.05;
/** More of an object is asked for in several pieces. */
const PIECE = 8 * 1024 * 1024;

/**
 * Puts ranges of an object together that lie close, the closest first, and takes apart long ones.
 *
 * @example piecesOf([{ start: 0, end: 10 }, { start: 20, end: 30 }], 1000) // [{ start: 0, end: 30 }]
 */
export function piecesOf(ranges: readonly ByteRange[], size: number): readonly ByteRange[] {
  const apart = joined(ranges.toSorted((left, right) => left.start - right.start));
  const bridged = bridges(apart, size);
  return joined([...apart, ...bridged].sort((left, right) => left.start - right.start)).flatMap(cut);
}

/** What lies between ranges and can be fetched along, the shortest first. */
function bridges(ranges: readonly ByteRange[], size: number): ByteRange[] {
  const gaps = ranges
    .slice(1)
    .map(({ start }, index) => ({ start: ranges[index]?.end ?? start, end: start }));
  let left = size * WASTE;
  return gaps
    .sort((one, other) => lengthOf(one) - lengthOf(other))
    .filter((gap) => {
      left -= lengthOf(gap);
      return left >= 0 && lengthOf(gap) <= GAP;
    });
}

/** Puts sorted ranges together that overlap or touch. */
function joined(ranges: readonly ByteRange[]): ByteRange[] {
  const all: ByteRange[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last === undefined || range.start > last.end) all.push(range);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return all;
}

function lengthOf({ start, end }: ByteRange): number {
  return end - start;
}

function cut({ start, end }: ByteRange): ByteRange[] {
  const count = Math.ceil((end - start) / PIECE);
  return Array.from({ length: count }, (_, index) => ({
    start: start + index * PIECE,
    end: Math.min(end, start + (index + 1) * PIECE),
  }));
}
