import type { CsvFile } from "../bills/file-kind.ts";
import { checkCsv } from "../bills/integrity.ts";
import { lineOf } from "../bills/lines.ts";
import { copyTidily } from "../bills/tidy.ts";
import { type Database, fileLiteral, literal } from "./database.ts";
import type { StagedColumn } from "./staged-columns.ts";
import { unreadableFile } from "./unreadable.ts";

/** A CSV file whose columns were put into Parquet. */
export interface StagedCsv {
  readonly parquet: string;
  /** The line at which a row begins, counting from 0. */
  lineOf(row: number): Promise<number>;
}

/**
 * Puts columns of a CSV file into Parquet, whose row numbers then say where a value stood.
 *
 * @param names a name for each column of the file, in their order
 * @param to where to write, without an ending
 * @throws bad-input naming file and line where the file is damaged or no table
 */
export async function stageCsv(
  database: Database,
  csv: CsvFile,
  names: readonly string[],
  columns: readonly StagedColumn[],
  to: string,
): Promise<StagedCsv> {
  const source = await tidied(csv, `${to}.csv`);
  const parquet = `${to}.parquet`;
  const options = [
    "auto_detect = false, header = false, skip = 1, quote = '\"', escape = '\"'",
    `compression = ${source.kind === "csv.gz" ? "'gzip'" : "'none'"}`,
    `delim = ${literal(source.delimiter)}`,
    `columns = {${names.map((name) => `${name}: 'VARCHAR'`).join(", ")}}`,
  ];
  try {
    await database.run(
      `COPY (
         SELECT ${columns.flatMap(({ keep }) => keep).join(", ")}
         FROM (SELECT ${["*", ...columns.flatMap(({ read }) => read)].join(", ")}
               FROM read_csv(${fileLiteral(source.path)}, ${options.join(", ")}))
       ) TO ${literal(parquet)} (FORMAT parquet, COMPRESSION snappy)`,
    );
  } catch (cause) {
    const row = cause instanceof Error ? /CSV Error on Line: (\d+)/.exec(cause.message)?.[1] : undefined;
    const line = row === undefined ? undefined : await lineOf(source, (place) => place.row === Number(row));
    throw unreadableFile(csv.path, cause, line);
  }
  return { parquet, lineOf: (row) => lineOf(source, ({ record }) => record === row + 1) };
}

/** The file itself, or a copy of it that strict readers accept. */
async function tidied(csv: CsvFile, copy: string): Promise<CsvFile> {
  const style = await checkCsv(csv);
  if (style.tidy) return csv;
  await copyTidily(csv, style, copy);
  const tidy: CsvFile = { path: copy, kind: "csv", delimiter: csv.delimiter, name: csv.path };
  await checkCsv(tidy);
  return tidy;
}
