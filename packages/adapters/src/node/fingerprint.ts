import { createHash } from "node:crypto";
import { fileHash } from "./file-hash.ts";
import { fileOrFolder, walk } from "./walk.ts";

/**
 * Addresses the content of files and folders, whatever their names and order.
 *
 * @throws bad-input when a path does not exist
 * @example await fingerprintOf(["bill/"]) // "5f2c9a1b…", 64 hexadecimal digits
 */
export async function fingerprintOf(paths: readonly string[]): Promise<string> {
  const files: string[] = [];
  for (const path of paths)
    files.push(...((await fileOrFolder(path)) === "folder" ? await walk(path) : [path]));
  const hashes: string[] = [];
  for (const file of files) hashes.push(await fileHash(file, "sha256"));
  return createHash("sha256").update(hashes.sort().join("\n")).digest("hex");
}
