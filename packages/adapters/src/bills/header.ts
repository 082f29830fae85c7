import { badInput } from "@tagledger/core/errors";
import { parse } from "csv-parse/sync";

/** The first record of a CSV file. */
export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/**
 * Reads the column names of a CSV file and how they are separated.
 *
 * @param head the text the file begins with
 * @throws bad-input when there is no header line
 */
export function readHeader(path: string, head: string): CsvHeader {
  const firstLine = head.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [",", ";", "\t", "|"].reduce((best, each) =>
    count(firstLine, each) > count(firstLine, best) ? each : best,
  );
  const [columns] = parse(head, {
    delimiter,
    to: 1,
    relax_column_count: true,
    trim: true,
    bom: true,
  }) as string[][];
  if (columns === undefined || columns.length < 2) {
    throw badInput(
      `${path}: line 1: this is no table with column names (it begins with "${firstLine.slice(0, 60)}")`,
      {
        file: path,
        line: 1,
      },
    );
  }
  return { delimiter, columns };
}

function count(text: string, separator: string): number {
  return text.split(separator).length;
}
