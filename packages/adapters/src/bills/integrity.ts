import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { badInput } from "@tagledger/core/errors";
import type { FileKind } from "./sniff.ts";

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** What is known of a CSV file after reading it once from end to end. */
export interface CsvIntegrity {
  /** Whether lines end in more than one way, which strict readers refuse. */
  readonly mixedLineEnds: boolean;
}

/**
 * Reads a CSV file through, because readers of tables are lenient: the gzip checksum must be right, no byte may be
 * NUL and every quote must be closed.
 *
 * @throws bad-input naming the file and, where there is one, the line
 */
export async function checkCsv(path: string, kind: FileKind): Promise<CsvIntegrity> {
  const scan = new Scan(path);
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    if (kind === "csv.gz")
      await pipeline(source, createGunzip({ chunkSize: 1 << 18 }), (chunks) => scan.all(chunks));
    else await pipeline(source, (chunks) => scan.all(chunks));
  } catch (cause) {
    if (!isGzipError(cause)) throw cause;
    throw badInput(
      `${path}: line ${scan.line}: the gzip data is damaged or cut off here`,
      lineOf(path, scan.line),
      cause,
    );
  }
  if (scan.quotes % 2 === 1) {
    throw badInput(
      `${path}: line ${scan.line}: the file ends inside a quoted value`,
      lineOf(path, scan.line),
    );
  }
  return { mixedLineEnds: scan.returns > 0 && scan.returns !== scan.newlines };
}

class Scan {
  quotes = 0;
  newlines = 0;
  returns = 0;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  get line(): number {
    return this.newlines + 1;
  }

  async all(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) {
      const nul = chunk.indexOf(0);
      this.#count(nul < 0 ? chunk : chunk.subarray(0, nul));
      if (nul >= 0)
        throw badInput(`${this.#path}: line ${this.line}: a NUL byte`, lineOf(this.#path, this.line));
    }
  }

  #count(chunk: Buffer): void {
    this.quotes += occurrences(chunk, QUOTE);
    this.newlines += occurrences(chunk, NEWLINE);
    this.returns += occurrences(chunk, RETURN);
  }
}

function occurrences(chunk: Buffer, byte: number): number {
  let count = 0;
  for (let at = chunk.indexOf(byte); at >= 0; at = chunk.indexOf(byte, at + 1)) count++;
  return count;
}

function lineOf(file: string, line: number) {
  return { file, line };
}

function isGzipError(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && /^Z_/.test(String(cause.code));
}
