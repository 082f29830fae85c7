/** What a file is by its first bytes. */
export type FileKind = "parquet" | "csv" | "csv.gz";

/** A CSV file, and what to call it where it is another one's copy. */
export interface CsvFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly delimiter: string;
  readonly name?: string;
}
