import { randomUUID } from "node:crypto";
import { lstat, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { badInput } from "@tagledger/core/errors";

/** A file of a folder. */
export interface WrittenFile {
  readonly name: string;
  readonly text: string;
  /** Whether only its owner may read it. */
  readonly isSecret?: boolean;
}

/**
 * Writes files into a folder, all of them or none: they are moved to their places when all are complete.
 *
 * @throws bad-input where something else than a file is in the place of one
 */
export async function writeAll(folder: string, files: readonly WrittenFile[]): Promise<void> {
  const drafts = files.map((file) => {
    const place = join(resolve(folder), file.name);
    return { ...file, place, draft: `${place}.${randomUUID()}.tmp` };
  });
  await makeFolder(folder);
  for (const { place } of drafts) await requireFileOrNothing(place);
  try {
    for (const { draft, text, isSecret } of drafts) {
      await writeFile(draft, text, { flag: "wx", mode: isSecret === true ? 0o600 : 0o666 });
    }
    for (const { draft, place } of drafts) await rename(draft, place);
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true });
    throw error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw badInput(`--out ${folder}: this folder cannot be made`, { folder }, cause);
  });
}

/** Nothing else can be replaced by a file. */
async function requireFileOrNothing(place: string): Promise<void> {
  const there = await lstat(place).catch(() => null);
  if (there !== null && !there.isFile()) {
    throw badInput(`${place}: something else than a file is there`, { file: place });
  }
}
