import { mkdir, mkdtemp, readdir, readFile, rename, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Delivery } from "@tagledger/core/bills/delivery";
import { TagledgerError } from "@tagledger/core/errors";
import type { StageOptions } from "@tagledger/core/ports/ingestion";
import { nodeHash } from "../../node/hash.ts";

/** Where the work for a delivery lies: the same folder again for the same delivery, read the same way. */
export async function makeWorkspace(
  root: string | undefined,
  delivery: Delivery,
  { needs, dated }: Pick<StageOptions, "needs" | "dated">,
): Promise<string> {
  if (root === undefined) return mkdtemp(join(tmpdir(), "tagledger-stage-"));
  const { facts, tagKeys, instants } = needs;
  const asked = { delivery, needs: { facts: [...facts].sort(), tagKeys, instants }, dated };
  const folder = join(root, nodeHash.sha256(JSON.stringify(asked)).slice(0, 32));
  await mkdir(folder, { recursive: true });
  // Databases of work that was killed.
  const left = (await readdir(folder)).filter((name) => name.startsWith("tagledger-"));
  for (const name of left) await removeFolder(join(folder, name));
  return folder;
}

/** What was kept under a name, whole or not at all. */
export async function kept<T>(folder: string, name: string, make: () => Promise<T>): Promise<T> {
  const path = join(folder, `${name}.json`);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as T;
  const made = await make();
  await writeFile(`${path}.unfinished`, JSON.stringify(made));
  await rename(`${path}.unfinished`, path);
  return made;
}

/** Removes a folder with all that is in it. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** The error of work that found no room, which says so, and where. */
export async function noRoom(error: unknown, folder: string): Promise<unknown> {
  const message = error instanceof Error ? causes(error).join("\n") : "";
  if (
    !/ENOSPC|No space left on device|Disk quota exceeded|EDQUOT|failed to offload data block/i.test(message)
  )
    return error;
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => `${Math.floor((bavail * bsize) / 1e6)} MB`,
    () => "nobody knows how much",
  );
  return new TagledgerError(
    "outside-failure",
    `${folder}: there is no room left on this disk (${free} free); the bill was not taken in`,
    { folder },
    { cause: error },
  );
}

function causes(error: Error): string[] {
  return [error.message, ...(error.cause instanceof Error ? causes(error.cause) : [])];
}
