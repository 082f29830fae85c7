import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompress, constants } from "node:zlib";

const compressed = promisify(brotliCompress);
const decompressed = promisify(brotliDecompress);

// Near the best at a fraction of the time.
const PARAMS = { [constants.BROTLI_PARAM_QUALITY]: 5 };
/** Handing less than this to another thread and back takes longer than compressing it. */
const LITTLE_BITS = 16;
const LITTLE = 2 ** LITTLE_BITS;
// A window that little content fills is much sooner made than one for all.
const LITTLE_PARAMS = { ...PARAMS, [constants.BROTLI_PARAM_LGWIN]: LITTLE_BITS };

/** Compresses bytes or text. */
export async function compress(content: string | Uint8Array): Promise<Buffer> {
  if (content.length >= LITTLE) return compressed(content, { params: PARAMS });
  // What comes of it is shorter: it needs no more room than that, which would be taken anew each time.
  const chunkSize = Math.max(constants.Z_MIN_CHUNK, content.length);
  return brotliCompressSync(content, { params: LITTLE_PARAMS, chunkSize });
}

/** Gives back the bytes that were compressed. */
export async function decompress(bytes: Uint8Array): Promise<Buffer> {
  return decompressed(bytes);
}
