import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { badInput } from "@tagledger/core/errors";

/** The file by which a folder is known to be a sample. */
export const MARKER = "sample.json";

/** What the marker of a sample says it is. */
export const SAMPLE = "quillmart";

// What an interrupted run may have left; it never counts as somebody's files.
const OURS = ".tagledger-";

/**
 * Fills a folder at once or not at all. An earlier sample is replaced, files that were added to it stay, and any other
 * folder with something in it is refused.
 */
export async function fillFolder(path: string, write: (folder: string) => Promise<void>): Promise<string> {
  await refuseForeign(path);
  const created = await mkdir(path, { recursive: true });
  const folder = await realpath(path);
  const made = await mkdtemp(join(folder, `${OURS}new-`));
  try {
    await write(made);
    await moveUp(made, folder);
  } catch (error) {
    if (created) await rm(created, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return folder;
}

async function refuseForeign(path: string): Promise<void> {
  const names = await readdir(path).catch((error: unknown) => {
    if (isCode(error, "ENOENT")) return [];
    if (isCode(error, "ENOTDIR")) throw badInput(`${path}: is not a folder`, { path }, error);
    throw error;
  });
  if (names.every((name) => name.startsWith(OURS)) || (await isSample(path))) return;
  throw badInput(`${path}: is not empty and is not an earlier sample; choose an empty or a new folder`, {
    path,
  });
}

async function isSample(folder: string): Promise<boolean> {
  try {
    const marker: unknown = JSON.parse(await readFile(join(folder, MARKER), "utf8"));
    return typeof marker === "object" && marker !== null && "sample" in marker && marker.sample === SAMPLE;
  } catch {
    return false;
  }
}

// What stands in the way steps aside first, and comes back if anything fails.
async function moveUp(made: string, folder: string): Promise<void> {
  const aside = await mkdtemp(join(folder, `${OURS}old-`));
  const moved: string[] = [];
  try {
    for (const name of await readdir(made)) {
      await moveIfThere(join(folder, name), join(aside, name));
      moved.push(name);
      await rename(join(made, name), join(folder, name));
    }
  } catch (error) {
    for (const name of moved) {
      await rm(join(folder, name), { recursive: true, force: true });
      await moveIfThere(join(aside, name), join(folder, name));
    }
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (!isCode(error, "ENOENT")) throw error;
  });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
