import { bytesOf, NEWLINE, RETURN } from "./bytes.ts";
import type { CsvFile } from "./file-kind.ts";

const QUOTE = 0x22;

/** A record of a CSV file: how many came before it, and the row and line it begins at, both from 1. */
export interface RecordPlace {
  /** 0 for the header; blank rows are no records. */
  readonly record: number;
  /** Rows end where a line does outside of quotes. */
  readonly row: number;
  readonly line: number;
}

/**
 * The line at which a record begins, where quoted values hold line ends; read only to say where an error is.
 *
 * @returns the line of the first record that is wanted, else of the last
 */
export async function lineOf(
  { path, kind, delimiter }: CsvFile,
  wanted: (place: RecordPlace) => boolean,
): Promise<number> {
  let [record, row, line, begin] = [-1, 1, 1, 1];
  let [blank, quoted] = [true, false];
  let before = NEWLINE;
  for await (const chunk of bytesOf(path, kind)) {
    for (const byte of chunk) {
      if (blank && byte !== NEWLINE && byte !== RETURN) {
        blank = false;
        begin = line;
        record++;
        if (wanted({ record, row, line })) return line;
      }
      // A doubled quote ends the value and begins it again.
      if (byte === QUOTE) quoted = !quoted && (before === QUOTE || isSeparator(before, delimiter));
      before = byte;
      if (byte !== NEWLINE) continue;
      line++;
      if (quoted) continue;
      row++;
      blank = true;
    }
  }
  return begin;
}

function isSeparator(byte: number, delimiter: string): boolean {
  return byte === NEWLINE || byte === delimiter.charCodeAt(0);
}
