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
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > STALE) await rm(path, { recursive: true, force: true });
  }
  return folder;
}
