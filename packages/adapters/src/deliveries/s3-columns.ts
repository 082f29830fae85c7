import { eachAtOnce } from "./at-once.ts";
import type { ColumnChooser } from "./fetcher.ts";
import { type ParquetColumnBytes, parquetColumns } from "./parquet-chunks.ts";
import { type ByteRange, piecesOf } from "./ranges.ts";
import { type Copied, copyRange } from "./s3-copy.ts";
import { copyFooter } from "./s3-footer.ts";

/** So many requests are under way at once for one part. */
export const AT_ONCE = 6;

/** The word by which a file is known to be Parquet. */
const MAGIC: ByteRange = { start: 0, end: 4 };

/** What was copied of a Parquet file. */
export interface CopiedColumns {
  /** All columns that the file has. */
  readonly names: readonly string[];
  /** Those that are there. */
  readonly columns: readonly string[];
}

/**
 * Copies of a Parquet file the footer and the columns that are needed, each byte to its place; what lies between them
 * takes no room.
 *
 * @returns null where the file cannot be taken apart so
 */
export async function copyColumns(
  copied: Copied,
  path: string,
  choose: ColumnChooser,
): Promise<CopiedColumns | null> {
  const size = copied.part.bytes;
  await copied.file.truncate(size);
  const footer = await copyFooter(copied);
  if (footer === null) return null;
  const all = await parquetColumns(path).catch(() => null);
  if (all === null || !isSound(all, size)) return null;
  const names = all.map(({ name }) => name);
  const columns = choose(names);
  const needed = all.filter(({ name }) => columns.includes(name)).flatMap(({ chunks }) => chunks);
  const pieces = piecesOf(unlessThere([MAGIC, ...needed, afterColumns(all, footer)], footer), size);
  await eachAtOnce(pieces, AT_ONCE, (piece) => copyRange(copied, piece));
  return { names, columns };
}

/** Indexes and filters, which may lie between the last column and the footer and are read along with any column. */
function afterColumns(all: readonly ParquetColumnBytes[], footer: ByteRange): ByteRange {
  const ends = all.flatMap(({ chunks }) => chunks.map(({ end }) => end));
  return { start: ends.reduce((last, end) => Math.max(last, end), 0), end: footer.end };
}

/** What is left of ranges before the footer, which is there already. */
function unlessThere(ranges: readonly ByteRange[], footer: ByteRange): ByteRange[] {
  return ranges
    .map(({ start, end }) => ({ start, end: Math.min(end, footer.start) }))
    .filter(({ start, end }) => start < end);
}

/** Whether all columns lie within the file. */
function isSound(all: readonly ParquetColumnBytes[], size: number): boolean {
  return all.every(({ chunks }) =>
    chunks.every(({ start, end }) => start >= 0 && start <= end && end <= size),
  );
}
