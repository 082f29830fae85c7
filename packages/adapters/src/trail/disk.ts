import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { Trail, TrailItem } from "@tagledger/core/ports";
import { findTrailFiles } from "./find.ts";
import { ObjectSplitter } from "./split.ts";

/**
 * Reads CloudTrail logs from disk: files and folders, plain or gzipped, with one record in memory at a time.
 *
 * @example for await (const item of diskTrail().read(["AWSLogs/"])) … // { record, place } or { problem, place }
 */
export function diskTrail(): Trail {
  return {
    async *read(paths) {
      for await (const path of findTrailFiles(paths)) yield* itemsOf(path);
    },
  };
}

/** The records of a file up to where it breaks, and then what broke. */
async function* itemsOf(path: string): AsyncGenerator<TrailItem> {
  const splitter = new ObjectSplitter();
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  const isZipped = await isGzip(path);
  const bytes: AsyncIterable<Buffer> = isZipped ? source.pipe(createGunzip()) : source;
  try {
    for await (const chunk of bytes) {
      for (const { text, line } of splitter.push(chunk)) yield parsed(text, `${path}:${line}`);
    }
  } catch (cause) {
    if (!isZipped) throw cause;
    yield { problem: "the gzip data is damaged or cut off", place: path };
    return;
  } finally {
    source.destroy();
  }
  const end = splitter.end();
  if (end !== undefined) yield { problem: end.problem, place: `${path}:${end.line}` };
}

function parsed(text: string, place: string): TrailItem {
  try {
    const record: unknown = JSON.parse(text);
    return { record, place };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : "this is not JSON", place };
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
