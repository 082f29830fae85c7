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
  const apart = merge(
    ranges.toSorted((left, right) => left.start - right.start),
    0,
  );
  return merge(apart, bearableGap(apart, size)).flatMap(cut);
}

/** The widest gap so that all gaps up to it can be fetched along. */
function bearableGap(ranges: readonly ByteRange[], size: number): number {
  const gaps = ranges.slice(1).map(({ start }, index) => start - (ranges[index]?.end ?? 0));
  let wasted = 0;
  let widest = 0;
  for (const gap of gaps.toSorted((left, right) => left - right)) {
    wasted += gap;
    if (gap > GAP || wasted > size * WASTE) break;
    widest = gap;
  }
  return widest;
}

/** Puts sorted ranges together that overlap, or lie no further apart than a gap. */
function merge(ranges: readonly ByteRange[], gap: number): ByteRange[] {
  const merged: ByteRange[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last === undefined || range.start > last.end + gap) merged.push(range);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return merged;
}

function cut({ start, end }: ByteRange): ByteRange[] {
  const count = Math.ceil((end - start) / PIECE);
  return Array.from({ length: count }, (_, index) => ({
    start: start + index * PIECE,
    end: Math.min(end, start + (index + 1) * PIECE),
  }));
}
