import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** By then whoever left something has come again, or will not. */
const STALE = 6 * 3_600_000;

/**
 * The folder for what is worked on, on the disk that one run leaves to the next. What was worked on lately stays, so that
 * a bill that takes longer than a run goes on where it was; the rest would fill the disk.
 *
 * @param now epoch milliseconds
 */
export async function workFolder(now: number, within = tmpdir()): Promise<string> {
  const folder = join(within, "tagledger-bills");
  await mkdir(folder, { recursive: true });
  await removeStale(folder, now);
  // Cells that a run which was killed had brought here.
  await removeStale(within, now, "tagledger-cells-");
  return folder;
}

async function removeStale(folder: string, now: number, prefix = ""): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > STALE) await rm(path, { recursive: true, force: true });
  }
}
