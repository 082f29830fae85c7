import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";

const compressed = promisify(brotliCompress);
const decompressed = promisify(brotliDecompress);

// Near the best at a fraction of the time.
const QUALITY = 5;

/** Compresses bytes or text. */
export async function compress(content: string | Uint8Array): Promise<Buffer> {
  return compressed(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}

/** Gives back the bytes that were compressed. */
export async function decompress(bytes: Uint8Array): Promise<Buffer> {
  return decompressed(bytes);
}
