import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { badInput } from "@tagledger/core/errors";
import type { FileKind } from "./file-kind.ts";

/** Line feed, which ends a line, alone or after a carriage return. */
export const NEWLINE = 0x0a;
/** Carriage return. */
export const RETURN = 0x0d;

const CHUNK = 1 << 18;
const BOM = Buffer.from("\uFEFF");

/**
 * The bytes of a file, unzipped and without a byte order mark; whoever stops early closes the file.
 *
 * @throws bad-input naming the line up to which a damaged or cut gzip file could be read
 */
export async function* bytesOf(path: string, kind: FileKind): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of kind === "csv.gz" ? unzippedBytes(path) : bytes(path)) {
    yield first && chunk.subarray(0, BOM.length).equals(BOM) ? chunk.subarray(BOM.length) : chunk;
    first = false;
  }
}

function bytes(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: CHUNK });
}

async function* unzippedBytes(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: CHUNK });
  const unzipped = createGunzip({ chunkSize: CHUNK });
  source.on("error", (error) => unzipped.destroy(error)).pipe(unzipped);
  let line = 1;
  try {
    for await (const chunk of unzipped) {
      yield chunk;
      line += occurrences(chunk, NEWLINE);
    }
  } catch (cause) {
    if (!isGzipError(cause)) throw cause;
    throw badInput(
      `${path}: line ${line}: the gzip data is damaged or cut off here`,
      { file: path, line },
      cause,
    );
  } finally {
    source.destroy();
  }
}

/** How often a byte occurs. */
export function occurrences(chunk: Buffer, byte: number): number {
  let count = 0;
  for (let at = chunk.indexOf(byte); at >= 0; at = chunk.indexOf(byte, at + 1)) count++;
  return count;
}

function isGzipError(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && /^Z_/.test(String(cause.code));
}
