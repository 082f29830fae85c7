import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { badInput } from "@tagledger/core/errors";

/**
 * The text of a file of usage; gzip is seen from its content, whatever the name, and unzipped.
 *
 * @throws bad-input naming the place where it is empty, damaged or no UTF-8
 */
export async function usageText(file: string): Promise<string> {
  return usageTextIn(file, await readFile(file));
}

/**
 * The text in the bytes of a file of usage, which may be gzipped.
 *
 * @throws bad-input naming the place where they are empty, damaged or no UTF-8
 */
export function usageTextIn(file: string, content: Uint8Array): string {
  const bytes = unzipped(file, Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  const text = bytes.toString("utf8");
  if (text.trim() === "") throw badInput(`${file}: the file is empty`, { file });
  if (text.includes("\0")) throw badInput(`${file}:${lineOf(text, "\0")}: a NUL byte`, { file });
  if (!isUtf8(bytes)) throw badInput(`${file}:${lineOf(text, "\uFFFD")}: text that is not UTF-8`, { file });
  return text;
}

function unzipped(file: string, bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw badInput(`${file}: the gzip data is damaged or cut off`, { file }, cause);
  }
}

function lineOf(text: string, character: string): number {
  return text.slice(0, text.indexOf(character)).split("\n").length;
}
