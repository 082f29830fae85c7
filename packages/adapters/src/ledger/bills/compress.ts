import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompress, constants } from "node:zlib";

const compressed = promisify(brotliCompress);
const decompressed = promisify(brotliDecompress);

// Near the best at a fraction of the time.
const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** Handing less than this to another thread and back takes longer than compressing it. */
const LITTLE = 65_536;

/** Compresses bytes or text. */
export async function compress(content: string | Uint8Array): Promise<Buffer> {
  return content.length < LITTLE ? brotliCompressSync(content, OPTIONS) : compressed(content, OPTIONS);
}

/** Gives back the bytes that were compressed. */
export async function decompress(bytes: Uint8Array): Promise<Buffer> {
  return decompressed(bytes);
}
