import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { badInput } from "@tagledger/core/errors";
import { deliveredAs, type Manifest, readManifest } from "./manifest.ts";

/** Data files to read, and files beside them that their manifests do not list. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly ignored: readonly string[];
}

const DATA_FILE = /\.(csv|csv\.gz|gz|parquet|txt|tsv)$/i;

/**
 * Finds the data files of bills: files as named, folders through and through. Where an export's manifest lies in a
 * folder, exactly the files it lists are the bill; others beside them are older deliveries.
 *
 * @throws bad-input when a path does not exist or a folder holds nothing that could be a bill
 */
export async function findBillFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Set<string>();
  const ignored = new Set<string>();
  for (const path of paths.map((each) => resolve(each))) {
    const found = await whatIs(path);
    if (found === "file") {
      const manifest = await readManifest(path);
      if (manifest === undefined) files.add(await realpath(path));
      else for (const file of listed(manifest, await walk(manifest.root))) files.add(file);
      continue;
    }
    const { read, left } = await chooseIn(path);
    for (const file of read) files.add(file);
    for (const file of left) ignored.add(file);
  }
  return { files: [...files], ignored: [...ignored] };
}

async function chooseIn(folder: string): Promise<{ read: string[]; left: string[] }> {
  const all = await walk(folder);
  const manifests: Manifest[] = [];
  for (const path of all) {
    const manifest = await readManifest(path);
    if (
      manifest !== undefined &&
      !manifests.some(({ root }) => isBelow(path, root) && root !== manifest.root)
    ) {
      manifests.push(manifest);
    }
  }
  const data = all.filter((path) => DATA_FILE.test(path));
  const delivered = new Set(manifests.flatMap((manifest) => listed(manifest, data)));
  const governed = (path: string) => manifests.some(({ root }) => isBelow(path, root));
  const read = data.filter((path) => delivered.has(path) || !governed(path));
  if (read.length === 0) {
    const seen = all.length === 0 ? "it is empty" : `it holds ${all.length} other files, such as ${all[0]}`;
    throw badInput(`${folder}: no bill here (no CSV, gzipped CSV or Parquet file): ${seen}`, { folder });
  }
  return { read, left: data.filter((path) => !read.includes(path)) };
}

function listed(manifest: Manifest, files: readonly string[]): string[] {
  const below = files.filter((file) => isBelow(file, manifest.root));
  return manifest.keys.map((key) => deliveredAs(key, manifest, below));
}

/** All files of a folder, outer folders first, hidden ones left out. */
async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith(".") && !name.startsWith("_")).sort(byName);
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of visible) {
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await whatIs(path) : entry.isDirectory() ? "folder" : "file";
    (kind === "folder" ? folders : files).push(path);
  }
  for (const inner of folders) files.push(...(await walk(inner)));
  return files;
}

async function whatIs(path: string): Promise<"file" | "folder"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (cause) {
    throw badInput(`${path}: there is no such file or folder`, { file: path }, cause);
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
