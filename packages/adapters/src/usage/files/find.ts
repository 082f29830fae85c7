import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { badInput } from "@tagledger/core/errors";
import { fileOrFolder } from "../../node/walk.ts";
import { pathsOf } from "./paths.ts";

/** How a file of usage is written. */
export type UsageFormat = "csv" | "json";

const ENDINGS: Readonly<Record<UsageFormat, RegExp>> = {
  csv: /\.csv(\.gz)?$/i,
  json: /\.(json|ndjson|jsonl)(\.gz)?$/i,
};
const FORMATS: readonly UsageFormat[] = ["csv", "json"];

/** How a file is written, by its name; null where that does not say. */
export function formatOf(file: string): UsageFormat | null {
  return FORMATS.find((format) => ENDINGS[format].test(file)) ?? null;
}

/**
 * Finds the files of usage: files as named or as a pattern fits, and the CSV and JSON files of folders, each once.
 *
 * @param formats which files of folders are meant
 * @throws bad-input when a path does not exist or a folder holds no such file
 */
export async function findUsageFiles(
  paths: readonly string[],
  formats: readonly UsageFormat[] = FORMATS,
): Promise<string[]> {
  const files = new Map<string, string>();
  const named = await Promise.all(paths.map((path) => pathsOf(path, ".")));
  for (const path of named.flat()) {
    for (const file of await filesOf(path, formats)) {
      const real = await realpath(file);
      if (!files.has(real)) files.set(real, file);
    }
  }
  return [...files.values()];
}

async function filesOf(path: string, formats: readonly UsageFormat[]): Promise<string[]> {
  if ((await fileOrFolder(path)) === "file") return [path];
  const names = (await readdir(path))
    .filter((name) => formats.some((format) => ENDINGS[format].test(name)))
    .sort();
  if (names.length === 0) {
    const wanted = formats.map((format) => format.toUpperCase()).join(" or ");
    throw badInput(`${path}: no usage here (no ${wanted} file)`, { folder: path });
  }
  return names.map((name) => join(path, name));
}
