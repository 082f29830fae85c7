import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";

/** Most files of a delivery are small, and streams cost more than they hold. */
const SMALL = 1 << 20;
/** What may come of a small file at once; more than that is streamed. */
const AT_ONCE = 1 << 24;
const CHUNK = 1 << 18;
/** How much is unzipped at a time. */
const PIECE = 1 << 16;
const SMALL_PIECE = 64;

/** The bytes of a file; gzip is seen from its content, whatever the name, and unzipped. */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  // A pipe into which nobody writes would keep an ordinary opening waiting for ever.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { size } = await file.stat();
    if (size <= SMALL) yield* ofContent(await file.readFile());
    else if (await isGzipFile(file)) yield* unzipped(chunksOf(file));
    else yield* chunksOf(file);
  } finally {
    await file.close();
  }
}

async function* ofContent(content: Buffer): AsyncGenerator<Buffer> {
  if (!isGzip(content)) {
    yield content;
    return;
  }
  const whole = unzippedAtOnce(content);
  if (whole === "too much") yield* unzipped([content], PIECE);
  // What breaks takes with it what the current piece already held, so pieces are small here.
  else if (whole === "broken") yield* unzipped([content], SMALL_PIECE);
  else yield whole;
}

function unzippedAtOnce(content: Buffer): Buffer | "too much" | "broken" {
  try {
    return gunzipSync(content, { maxOutputLength: AT_ONCE });
  } catch (error) {
    const isTooMuch = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooMuch ? "too much" : "broken";
  }
}

async function* unzipped(
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
  chunkSize = PIECE,
): AsyncGenerator<Buffer> {
  const source = Readable.from(chunks, { objectMode: false });
  const gunzip = createGunzip({ chunkSize });
  // A pipe does not pass on what goes wrong before it.
  source.on("error", (cause) => gunzip.destroy(cause));
  try {
    yield* source.pipe(gunzip);
  } finally {
    source.destroy();
  }
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function isGzipFile(file: FileHandle): Promise<boolean> {
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return isGzip(buffer);
}

function isGzip(content: Buffer): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}
