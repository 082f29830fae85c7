import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Bytes that are read at once: the next are on their way while these are hashed. */
const AT_ONCE = 1 << 20;

/** The hash of what a file holds, as hexadecimal digits. */
export async function fileHash(path: string, algorithm: "md5" | "sha256"): Promise<string> {
  const hash = createHash(algorithm);
  for await (const bytes of createReadStream(path, { highWaterMark: AT_ONCE })) hash.update(bytes);
  return hash.digest("hex");
}
