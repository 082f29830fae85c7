import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { bytesOf, NEWLINE, RETURN } from "./bytes.ts";
import type { CsvFile } from "./file-kind.ts";
import type { CsvStyle } from "./integrity.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Copies a CSV file as strict readers want it: each line ends in one line feed, and a quote inside a quoted value is
 * doubled. Values and line numbers stay as they are.
 */
export async function copyTidily(
  { path, kind, delimiter }: CsvFile,
  { backslash }: CsvStyle,
  to: string,
): Promise<void> {
  await pipeline(
    bytesOf(path, kind),
    (chunks) => tidyChunks(chunks, { delimiter, backslash }),
    createWriteStream(to),
  );
}

/** The same text, however it is cut into chunks, as strict readers want it. */
export async function* tidyChunks(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  { delimiter, backslash }: { readonly delimiter: string; readonly backslash: boolean },
): AsyncGenerator<Buffer> {
  const tidy = new Tidy(delimiter, backslash);
  for await (const chunk of chunks) yield tidy.rewrite(chunk);
  yield tidy.rewrite(Buffer.of(NEWLINE));
}

class Tidy {
  readonly #delimiter: number;
  readonly #backslash: boolean;
  #quoted = false;
  /** The byte before, where what it means depends on the next one: a quote, a backslash or a carriage return. */
  #held = 0;
  #last = NEWLINE;

  constructor(delimiter: string, backslash: boolean) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#backslash = backslash;
  }

  rewrite(chunk: Buffer): Buffer {
    // At most two bytes for one, and one that was held.
    const out = Buffer.allocUnsafe(chunk.length * 2 + 2);
    let length = 0;
    const put = (byte: number) => {
      out[length++] = byte;
      this.#last = byte;
    };
    for (const byte of chunk) if (!this.#resolve(byte, put)) this.#read(byte, put);
    return out.subarray(0, length);
  }

  /** Writes what was held; returns whether the byte belonged to it. */
  #resolve(byte: number, put: (byte: number) => void): boolean {
    const held = this.#held;
    this.#held = 0;
    if (held === RETURN) {
      put(NEWLINE);
      return byte === NEWLINE;
    }
    if (held === QUOTE) {
      put(QUOTE);
      if (byte === QUOTE) put(QUOTE);
      else this.#quoted = false;
      return byte === QUOTE;
    }
    if (held === BACKSLASH) {
      if (byte === QUOTE) put(QUOTE);
      put(byte === QUOTE ? QUOTE : BACKSLASH);
      return byte === QUOTE || byte === BACKSLASH;
    }
    return false;
  }

  #read(byte: number, put: (byte: number) => void): void {
    const holds = this.#quoted ? byte === QUOTE || (this.#backslash && byte === BACKSLASH) : byte === RETURN;
    if (holds) {
      this.#held = byte;
      return;
    }
    if (byte === QUOTE) this.#quoted = this.#last === this.#delimiter || this.#last === NEWLINE;
    put(byte);
  }
}
