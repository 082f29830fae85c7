import { readdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileOrFolder } from "../node/walk.ts";

const DELIVERY = "CloudTrail";
const DIGESTS = "CloudTrail-Digest";
const LOG_FILE = /\.(json|jsonl|ndjson|log|txt)(\.gz)?$|\.gz$/i;

/**
 * Finds the files of a log: files as named, in folders all that could be one, in the order of their names, which in
 * the layout of `AWSLogs/` is that of time within a region. What other services deliver beside CloudTrail's folder is
 * left out, and so are digests, which prove files whole and hold no events.
 *
 * @throws bad-input when a path does not exist
 */
export async function* findTrailFiles(paths: readonly string[]): AsyncGenerator<string> {
  const found: [path: string, isFolder: boolean][] = [];
  // All are looked for before the first is read, so that a slip of the pen costs nobody half an audit.
  for (const path of paths.map((each) => resolve(each))) {
    found.push([path, (await fileOrFolder(path)) === "folder"]);
  }
  for (const [path, folder] of found) {
    if (folder) yield* walk(path);
    else yield path;
  }
}

async function* walk(folder: string, entered = new Set<string>()): AsyncGenerator<string> {
  const real = await realpath(folder);
  // A folder is read once, however it is linked.
  if (entered.has(real)) return;
  entered.add(real);
  const found = await readdir(folder).catch(() => null);
  // What cannot be listed is found out, as a file is, when it is read.
  if (found === null) {
    yield folder;
    return;
  }
  const names = found.filter((name) => !name.startsWith(".")).sort();
  const isDelivery = names.includes(DELIVERY) && (await isFolder(join(folder, DELIVERY)));
  for (const name of names) {
    const path = join(folder, name);
    if (await isFolder(path)) {
      if (name !== DIGESTS && (!isDelivery || name.startsWith(DELIVERY))) yield* walk(path, entered);
    } else if (LOG_FILE.test(name)) yield path;
  }
}

/** What is neither file nor folder, as a link that leads nowhere, is found out when it is read. */
async function isFolder(path: string): Promise<boolean> {
  return (await fileOrFolder(path).catch(() => "file")) === "folder";
}
