import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
import type { Content } from "./outgoing.ts";

/** Less is not worth the effort. */
const LEAST = 1024;
/** Of Brotli's eleven: about as quick as gzip and smaller. */
const QUALITY = 4;

const [compressed, decompressed, zipped] = [
  promisify(brotliCompress),
  promisify(brotliDecompress),
  promisify(gzip),
];

/**
 * Compresses a body as its reader takes it. What is stored compressed is handed on as it is, and only opened for readers
 * who do not take that.
 */
export async function encoded(content: Content, accepts = ""): Promise<Content> {
  const { body, type } = content;
  const takes = encodingsIn(accepts);
  if (content.encoding === "br") {
    if (takes.has("br")) return content;
    return encoded({ type, body: new TextDecoder().decode(await decompressed(body)) }, accepts);
  }
  if (content.encoding !== undefined || body.length < LEAST) return content;
  if (takes.has("br")) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
    return { type, body: await compressed(body, { params }), encoding: "br" };
  }
  return takes.has("gzip") ? { type, body: await zipped(body), encoding: "gzip" } : content;
}

/** The encodings that are named, without those of weight 0; a star names all that are not refused. */
function encodingsIn(accepts: string): ReadonlySet<string> {
  const [wanted, refused] = [new Set<string>(), new Set<string>()];
  for (const part of accepts.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((each) => each.trim());
    (parameters.some((each) => /^q=0(\.0*)?$/.test(each)) ? refused : wanted).add(name);
  }
  if (wanted.has("*")) for (const name of ["br", "gzip"]) if (!refused.has(name)) wanted.add(name);
  return wanted;
}
