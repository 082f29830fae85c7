import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Basis } from "@tagledger/core/costs/charge";
import type { StageOptions } from "@tagledger/core/ports/ingestion";
import { nodeHash } from "../../node/hash.ts";

/** Changes where work that was left would be of no use any more. */
const FORM = 1;

/** Where the work for a delivery lies: the same folder again for the same delivery, read the same way. */
export async function makeWorkspace(
  root: string | undefined,
  delivery: Delivery,
  { needs, dated }: Pick<StageOptions, "needs" | "dated">,
  bases: readonly Basis[],
): Promise<string> {
  if (root === undefined) return mkdtemp(join(tmpdir(), "tagledger-stage-"));
  const { facts, tagKeys, instants } = needs;
  const asked = {
    delivery,
    needs: { facts: [...facts].sort(), tagKeys, instants },
    dated,
    bases,
    form: FORM,
  };
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
