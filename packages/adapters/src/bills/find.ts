import { realpath } from "node:fs/promises";
import { basename, relative, sep } from "node:path";
import { badInput } from "@tagledger/core/errors";
import { fileOrFolder, walk } from "../node/walk.ts";
import { type Manifest, readManifest } from "./manifest.ts";

/** A file that may be a part of a bill. */
export interface FoundFile {
  readonly path: string;
  /** Whether a person or a manifest named it; else it only lay in a folder. */
  readonly named: boolean;
}

/** What lies at the paths of a bill. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Files beside delivered ones that no manifest lists. */
  readonly superseded: readonly string[];
}

/**
 * Finds the files of bills: files as named, folders through and through, each once. Where an export's manifest lies
 * in a folder, exactly the files it lists are the bill; others beside them are older deliveries.
 *
 * @throws bad-input when a path does not exist, a folder is empty, or a file that a manifest lists is missing
 */
export async function findBillFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const superseded: string[] = [];
  const add = async (path: string, named: boolean) => {
    const real = await realpath(path);
    if (named || !files.has(real)) files.set(real, { path, named });
  };
  for (const path of paths) {
    const found = (await fileOrFolder(path)) === "folder" ? await lookInto(path) : await nameFile(path);
    for (const file of found.files) await add(file.path, file.named);
    superseded.push(...found.superseded);
  }
  return { files: [...files.values()], superseded };
}

async function nameFile(path: string): Promise<FoundFiles> {
  const { files } = (await readManifest(path)) ?? { files: [path] };
  return { files: files.map((file) => ({ path: file, named: true })), superseded: [] };
}

async function lookInto(folder: string): Promise<FoundFiles> {
  const all = await walk(folder);
  if (all.length === 0) throw badInput(`${folder}: no bill here: it is empty`, { folder });
  const manifests = await manifestsAmong(all);
  const listed = new Set(manifests.flatMap(({ files }) => files));
  const others = all.filter((path) => !listed.has(path) && !/manifest\.json$/i.test(path));
  const spokenFor = (path: string) =>
    manifests.some(({ folders }) => folders.some((each) => isBelow(path, each)));
  return {
    files: [
      ...[...listed].map((path) => ({ path, named: true })),
      ...others.filter((path) => !spokenFor(path)).map((path) => ({ path, named: false })),
    ],
    superseded: others.filter(spokenFor),
  };
}

/** The manifests of a folder but for copies deeper inside what another one speaks for. */
async function manifestsAmong(paths: readonly string[]): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const path of paths) {
    const inner = manifests.some(({ folders: [own = ""] }) => isBelow(path, own) && !isIn(path, own));
    const manifest = inner ? undefined : await readManifest(path);
    if (manifest !== undefined) manifests.push(manifest);
  }
  return manifests;
}

function isBelow(path: string, folder: string): boolean {
  const [first] = relative(folder, path).split(sep);
  return first !== "" && first !== "..";
}

function isIn(path: string, folder: string): boolean {
  return relative(folder, path) === basename(path);
}
