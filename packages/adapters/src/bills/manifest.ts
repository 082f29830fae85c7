import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { badInput } from "@tagledger/core/errors";
import { isFile } from "../node/walk.ts";
import { refuseOneFile } from "./one-file.ts";

/** The delivery note of an export: exactly these files are the bill. */
export interface Manifest {
  readonly path: string;
  /** The files that it lists, where they lie now. */
  readonly files: readonly string[];
  /** Folders of which it says all: what else lies there is an older delivery. */
  readonly folders: readonly string[];
}

/**
 * Reads a delivery note: of a legacy CUR (`reportKeys`) or of a Data Export (`dataFiles`).
 *
 * @returns undefined when the file is no such note
 * @throws bad-input when it is one by name but cannot be read, or lists a file that is not there, or one under two names
 */
export async function readManifest(path: string): Promise<Manifest | undefined> {
  if (!/manifest\.json$/i.test(path)) return undefined;
  const keys = keysOf(parse(path, await readFile(path, "utf8")));
  if (keys === undefined) return undefined;
  const delivered = await Promise.all(keys.map((key) => deliveredAs(key, path)));
  const files = delivered.map(({ file }) => file);
  refuseOneFile(path, keys, files);
  return {
    path,
    files,
    folders: [dirname(path), ...delivered.map(({ partition }) => partition)],
  };
}

function keysOf(note: unknown): string[] | undefined {
  if (typeof note !== "object" || note === null) return undefined;
  const listed = "dataFiles" in note ? note.dataFiles : "reportKeys" in note ? note.reportKeys : undefined;
  if (!Array.isArray(listed) || !listed.every((each) => typeof each === "string")) return undefined;
  return listed.map(keyOf);
}

/**
 * Where a file lies on this disk that a manifest lists by its key or URI.
 *
 * @throws bad-input when it is not there
 */
export async function listedOnDisk(location: string, manifest: string): Promise<string> {
  return (await deliveredAs(keyOf(location), manifest)).file;
}

function keyOf(location: string): string {
  return location.replace(/^s3:\/\/[^/]+\//, "");
}

/**
 * Where a listed file lies, and the part of the export it belongs to, such as `data/BILLING_PERIOD=2026-09`. Manifest
 * and data keep their places under the export's folder, whatever it is called now; or all were put into one folder.
 */
async function deliveredAs(key: string, manifest: string): Promise<{ file: string; partition: string }> {
  const parts = key.split("/").filter((part) => part !== "");
  const beside = dirname(manifest);
  const period = isOfPeriod(beside) ? parts.lastIndexOf(basename(beside)) : -1;
  const leastBeside = period < 0 ? 1 : parts.length - 1 - period;
  for (let folder = beside, depth = 0; depth < parts.length; folder = join(folder, ".."), depth++) {
    for (let tail = parts; tail.length >= (folder === beside ? leastBeside : 2); tail = tail.slice(1)) {
      const file = join(folder, ...tail);
      if (!(await isFile(file))) continue;
      const named = tail.slice(0, -1).findLastIndex((part) => part.includes("="));
      return { file, partition: named < 0 ? dirname(file) : join(folder, ...tail.slice(0, named + 1)) };
    }
  }
  throw badInput(`${manifest}: the manifest lists ${key}, which is not there`, {
    file: manifest,
    missing: key,
  });
}

/** Whether a folder is one that AWS makes for a month: what lies in there beside a run's own folder is of another run. */
function isOfPeriod(folder: string): boolean {
  return /^\d{8}-\d{8}$|^billing_period=/i.test(basename(folder));
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "";
    throw badInput(
      `${path}: the manifest is not valid JSON, it may be cut off (${reason})`,
      { file: path },
      cause,
    );
  }
}
