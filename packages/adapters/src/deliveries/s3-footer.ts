import type { ByteRange } from "./ranges.ts";
import { type Copied, copyRange } from "./s3-copy.ts";

/** How a Parquet file ends whose footer is not encrypted. */
const MAGIC = "PAR1";
/** The length of the footer, and the magic. */
const TRAILER = 8;
/** Most footers are no longer. */
const GUESS = 128 * 1024;

/**
 * Copies the footer of a Parquet file to its place, by which the columns can be found.
 *
 * @returns where it is, with what came along; null where the object is no Parquet file that can be read so
 */
export async function copyFooter(copied: Copied): Promise<ByteRange | null> {
  const end = copied.part.bytes;
  const guess = { start: Math.max(0, end - GUESS), end };
  await copyRange(copied, guess);
  const trailer = Buffer.alloc(TRAILER);
  await copied.file.read(trailer, 0, TRAILER, end - TRAILER);
  if (trailer.toString("latin1", 4) !== MAGIC) return null;
  const start = end - TRAILER - trailer.readUInt32LE(0);
  if (start < MAGIC.length) return null;
  if (start < guess.start) await copyRange(copied, { start, end: guess.start });
  return { start: Math.min(start, guess.start), end };
}
