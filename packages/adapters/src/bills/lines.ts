import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { FileKind } from "./sniff.ts";

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The line at which a record of a CSV file begins, counting quoted line ends; used only to say where an error is.
 *
 * @param record 0 for the header, blank lines not counted
 */
export async function lineOfRecord(path: string, kind: FileKind, record: number): Promise<number> {
  const source = createReadStream(path);
  const bytes: AsyncIterable<Buffer> = kind === "csv.gz" ? source.pipe(createGunzip()) : source;
  let [line, records, begin, quoted, blank] = [1, -1, 1, false, true];
  for await (const chunk of bytes) {
    for (const byte of chunk) {
      if (byte === QUOTE) quoted = !quoted;
      if (blank && byte !== NEWLINE && byte !== RETURN) {
        blank = false;
        begin = line;
        if (++records === record) {
          source.destroy();
          return begin;
        }
      }
      if (byte !== NEWLINE) continue;
      line++;
      if (!quoted) blank = true;
    }
  }
  return begin;
}
