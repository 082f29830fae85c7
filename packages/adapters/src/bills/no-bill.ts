import { TagledgerError } from "@tagledger/core/errors";

/**
 * The error of a file that is no part of a bill. Where nobody named the file it can be left out, if it is surely
 * something else or its name promises no table.
 */
export class NoBill extends TagledgerError {
  /** Whether the file was recognised as something that lies beside bills. */
  readonly harmless: boolean;

  constructor(
    path: string,
    reason: string,
    { line, harmless = false }: { line?: number; harmless?: boolean } = {},
  ) {
    const place = line === undefined ? path : `${path}: line ${line}`;
    super("bad-input", `${place}: ${reason}`, line === undefined ? { file: path } : { file: path, line });
    this.harmless = harmless;
  }
}

/** Whether a name promises a table, or an archive of one: such a file must not be left out of a bill. */
export function promisesTable(path: string): boolean {
  return /\.(csv|tsv|parquet|zip|orc|avro|xlsx?)(\.gz)?$|^[^.]*\.gz$/i.test(path.split(/[\\/]/).at(-1) ?? "");
}
