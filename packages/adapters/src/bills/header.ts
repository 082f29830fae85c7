import { parse } from "csv-parse/sync";
import { NoBill } from "./no-bill.ts";

/** The first record of a CSV file. */
export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|"];

/**
 * Reads the column names of a CSV file and how they are separated.
 *
 * @param head the text the file begins with
 * @throws bad-input when there is no header line
 */
export function readHeader(path: string, head: string): CsvHeader {
  const firstLine = head.split(/\r?\n|\r/, 1)[0] ?? "";
  const delimiter = DELIMITERS.reduce((best, each) =>
    firstLine.split(each).length > firstLine.split(best).length ? each : best,
  );
  const columns = firstRecord(head, delimiter);
  if (columns.length < 2) {
    const begin = firstLine.slice(0, 60);
    throw new NoBill(path, `this is no table with column names (it begins with "${begin}")`, { line: 1 });
  }
  return { delimiter, columns };
}

function firstRecord(head: string, delimiter: string): readonly string[] {
  try {
    const options = { delimiter, to: 1, relax_column_count: true, relax_quotes: true, trim: true };
    const [columns = []] = parse(head, options) as string[][];
    return columns;
  } catch {
    // A quote that never ends, or bytes that are no text.
    return [];
  }
}
