import { opendir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { badInput } from "@tagledger/core/errors";

const LOG_FILE = /\.(json|jsonl|ndjson|log|txt)(\.gz)?$|\.gz$/i;

/**
 * Finds the files of a log: files as named, in folders all that could be one, in the order of their names, which in
 * the layout of `AWSLogs/` is that of time within a region. Digests, which prove files whole and hold no events, are
 * left out.
 *
 * @throws bad-input when a path does not exist
 */
export async function* findTrailFiles(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths.map((each) => resolve(each))) {
    if (await isFolder(path)) yield* walk(path);
    else yield path;
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) if (!name.startsWith(".")) names.push(name);
  for (const name of names.sort()) {
    const path = join(folder, name);
    if (await isFolder(path)) {
      if (name !== "CloudTrail-Digest") yield* walk(path);
    } else if (LOG_FILE.test(name)) yield path;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    throw badInput(`${path}: there is no such file or folder`, { file: path }, cause);
  }
}
