import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { CellStore } from "@tagledger/core/ports/ingestion";
import { explainRoom } from "../deliveries/no-room.ts";
import {
  checkPlace,
  damaged,
  folderOf,
  type KeptFile,
  keptFiles,
  LIST,
  listText,
  parseList,
  verifyFile,
} from "./list.ts";

const DAY = 86_400_000;

/**
 * Keeps the cells of versions in folders below one: a folder is there whole or not at all, whoever else keeps the same.
 *
 * @example await folderCells("cells").keep(version, files) // "/home/ada/cells/cur2/2026-09/5f0c…-81aa…"
 */
export function folderCells(root: string): CellStore {
  return {
    async keep(version, paths) {
      const kept = await keptFiles(paths);
      const folder = join(resolve(root), folderOf(version, kept));
      if (!(await isWhole(folder))) await copyTo(folder, paths, kept);
      return folder;
    },
    open: async (place) => ({ files: await verified(place), close: async () => {} }),
    async remove(place) {
      checkPlace(place);
      await rm(place, { recursive: true, force: true });
    },
  };
}

async function isWhole(folder: string): Promise<boolean> {
  return verified(folder).then(
    () => true,
    () => false,
  );
}

/** The files of a folder, each as it was kept. */
async function verified(place: string): Promise<readonly string[]> {
  const text = await readFile(join(place, LIST), "utf8").catch((cause: unknown) => {
    throw damaged(place, "its list is not there", cause);
  });
  const kept = parseList(place, text);
  for (const file of kept) await verifyFile(place, join(place, file.name), file);
  return kept.map(({ name }) => join(place, name));
}

async function copyTo(folder: string, paths: readonly string[], kept: readonly KeptFile[]): Promise<void> {
  const unfinished = `${folder}.${randomUUID()}.unfinished`;
  try {
    await mkdir(unfinished, { recursive: true });
    await removeUnfinished(dirname(folder));
    for (const [index, { name }] of kept.entries()) {
      const path = join(unfinished, name);
      await copyFile(paths[index] ?? "", path, constants.COPYFILE_FICLONE);
      await flush(path);
    }
    await writeFile(join(unfinished, LIST), listText(kept), { flush: true });
    if (!(await moveWhole(unfinished, folder))) await mend(folder, unfinished, kept);
    await flush(dirname(folder));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw explainRoom(
      error,
      folder,
      kept.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  }
}

/** Whether the folder is now where nothing was before. */
async function moveWhole(unfinished: string, folder: string): Promise<boolean> {
  try {
    await rename(unfinished, folder);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Puts each file in the place of its like: the folder is never away, as somebody else may have kept the same meanwhile,
 * and read it.
 */
async function mend(folder: string, unfinished: string, kept: readonly KeptFile[]): Promise<void> {
  for (const name of [...kept.map((file) => file.name), LIST])
    await rename(join(unfinished, name), join(folder, name));
  await flush(folder);
  await rm(unfinished, { recursive: true, force: true });
}

/** Removes what was left unfinished when this machine was stopped; what is young may still be finished. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => each.endsWith(".unfinished"))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < Date.now() - DAY) await rm(path, { recursive: true, force: true });
  }
}

/** Has a file or folder written to the disk itself. */
async function flush(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
