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

/** Of this little comes an item of about a kilobyte, by which stores count, however well it is compressed. */
const TINY = 1536;
const TINY_PARAMS = { ...LITTLE_PARAMS, [constants.BROTLI_PARAM_QUALITY]: 2 };

/** Compresses bytes or text. */
export async function compress(content: string | Uint8Array): Promise<Buffer> {
  if (content.length >= LITTLE) return compressed(content, { params: PARAMS });
  // What comes of it is shorter: it needs no more room than that, which would be taken anew each time.
  const chunkSize = Math.max(constants.Z_MIN_CHUNK, content.length);
  const params = content.length < TINY ? TINY_PARAMS : LITTLE_PARAMS;
  return brotliCompressSync(content, { params, chunkSize });
}

/** Gives back the bytes that were compressed. */
export async function decompress(bytes: Uint8Array): Promise<Buffer> {
  return decompressed(bytes);
}
