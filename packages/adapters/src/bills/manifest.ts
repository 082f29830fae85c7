import { readFile } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { badInput } from "@tagledger/core/errors";

/** The delivery note of an export: exactly these files are the bill. */
export interface Manifest {
  readonly path: string;
  /** The folder whose data files this manifest speaks for. */
  readonly root: string;
  /** Keys of the data files as delivered, such as `cur/ml/20260901-20261001/id/ml-1.csv.gz`. */
  readonly keys: readonly string[];
}

/**
 * Reads a delivery note: of a legacy CUR (`reportKeys`) or of a Data Export (`dataFiles`).
 *
 * @returns undefined when the file is no such note
 * @throws bad-input when it is one by name but cannot be read
 */
export async function readManifest(path: string): Promise<Manifest | undefined> {
  if (!/manifest\.json$/i.test(path)) return undefined;
  const note = parse(path, await readFile(path, "utf8"));
  if (typeof note !== "object" || note === null) return undefined;
  if ("dataFiles" in note && isTexts(note.dataFiles)) {
    return { path, root: exportRoot(path), keys: note.dataFiles.map(keyOf) };
  }
  if ("reportKeys" in note && isTexts(note.reportKeys)) {
    return { path, root: dirname(path), keys: note.reportKeys.map(keyOf) };
  }
  return undefined;
}

/**
 * The one file among many that was delivered under a key: the one whose path ends with most of the key's folders.
 *
 * @throws bad-input when the file is missing
 */
export function deliveredAs(key: string, manifest: Manifest, files: readonly string[]): string {
  const wanted = key.split("/");
  const scored = files
    .filter((file) => basename(file) === wanted.at(-1))
    .map((file) => ({ file, score: sharedEnd(wanted, file.split(sep)) }))
    .sort((a, b) => b.score - a.score || (a.file < b.file ? -1 : 1));
  if (scored[0] === undefined) {
    throw badInput(`${manifest.path}: the manifest lists ${key}, which is not below ${manifest.root}`, {
      file: manifest.path,
      missing: key,
    });
  }
  return scored[0].file;
}

/** Data Exports put `metadata/` beside `data/`; both lie in the export's folder. */
function exportRoot(path: string): string {
  const parts = dirname(path).split(sep);
  const metadata = parts.lastIndexOf("metadata");
  return metadata < 0 ? dirname(path) : join(sep, ...parts.slice(0, metadata));
}

function sharedEnd(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  return shared;
}

function keyOf(location: string): string {
  return location.replace(/^s3:\/\/[^/]+\//, "");
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badInput(`${path}: the manifest is not valid JSON`, { file: path }, cause);
  }
}
