import { isUtf8 } from "node:buffer";
import { badInput } from "@tagledger/core/errors";
import { bytesOf, NEWLINE, occurrences, RETURN } from "./bytes.ts";
import type { CsvFile } from "./file-kind.ts";
import { lineOf } from "./lines.ts";
import { QuoteScan } from "./quotes.ts";

/** How a CSV file is written, known after reading it once from end to end. */
export interface CsvStyle {
  /** Whether all lines end alike and quotes are doubled, as strict readers want it. */
  readonly tidy: boolean;
  /** Whether quotes inside quoted values are written `\"`. */
  readonly backslash: boolean;
}

/**
 * Reads a CSV file through, because readers of tables are lenient: the gzip checksum must be right, the text UTF-8
 * without NUL bytes, and every quote closed.
 *
 * @throws bad-input naming the file and the line
 */
export async function checkCsv(csv: CsvFile): Promise<CsvStyle> {
  const { path, kind, delimiter, name = path } = csv;
  const quotes = new QuoteScan(delimiter);
  let [newlines, returns] = [0, 0];
  let partial = Buffer.alloc(0);
  const refuse = (reason: string, before: Buffer) => {
    const line = newlines + occurrences(before, NEWLINE) + 1;
    return badInput(`${name}: line ${line}: ${reason}`, { file: name, line });
  };
  for await (const chunk of bytesOf(path, kind)) {
    const nul = chunk.indexOf(0);
    if (nul >= 0) throw refuse("a NUL byte", chunk.subarray(0, nul));
    const text = Buffer.concat([partial, chunk]);
    const whole = text.subarray(0, endOfCharacters(text));
    if (!isUtf8(whole)) throw refuse("text that is not UTF-8", whole.subarray(0, badLine(whole)));
    partial = text.subarray(whole.length);
    const wrong = quotes.read(chunk);
    if (wrong >= 0) throw refuse("a quoted value is followed by more text", chunk.subarray(0, wrong));
    newlines += occurrences(chunk, NEWLINE);
    returns += occurrences(chunk, RETURN);
  }
  quotes.read(Buffer.of(NEWLINE));
  const { open, backslash } = quotes;
  if (!isUtf8(partial)) throw refuse("text that is not UTF-8", partial);
  if (open && !backslash) {
    const line = await lineOf(csv, () => false);
    throw badInput(`${name}: line ${line}: a quoted value begins here and does not end`, {
      file: name,
      line,
    });
  }
  const mixed = returns > 0 && returns !== newlines;
  return { tidy: !mixed && !backslash, backslash };
}

/** Where the last whole character ends: a chunk may end within one. */
function endOfCharacters(text: Buffer): number {
  for (let at = text.length - 1; at >= Math.max(text.length - 3, 0); at--) {
    const byte = text[at] ?? 0;
    if (byte >= 0xc0) return at;
    if (byte < 0x80) break;
  }
  return text.length;
}

/** Where the first line begins that is not UTF-8. */
function badLine(text: Buffer): number {
  let start = 0;
  let end = text.indexOf(NEWLINE);
  while (end >= 0 && isUtf8(text.subarray(start, end))) {
    start = end + 1;
    end = text.indexOf(NEWLINE, start);
  }
  return start;
}
