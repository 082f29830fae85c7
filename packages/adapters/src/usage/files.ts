import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { badInput } from "@tagledger/core/errors";
import { fileOrFolder } from "../node/walk.ts";

/**
 * Finds the files of usage: files as named, and the CSV files of folders, each once.
 *
 * @throws bad-input when a path does not exist or a folder holds no CSV file
 */
export async function findUsageFiles(paths: readonly string[]): Promise<string[]> {
  const files = new Map<string, string>();
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      const real = await realpath(file);
      if (!files.has(real)) files.set(real, file);
    }
  }
  return [...files.values()];
}

async function filesOf(path: string): Promise<string[]> {
  if ((await fileOrFolder(path)) === "file") return [path];
  const names = (await readdir(path)).filter((name) => /\.csv$/i.test(name)).sort();
  if (names.length === 0) throw badInput(`${path}: no usage here (no CSV file)`, { folder: path });
  return names.map((name) => join(path, name));
}
