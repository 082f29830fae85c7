import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { listedOnDisk } from "../bills/manifest.ts";
import { nodeHash } from "../node/hash.ts";
import { fileOrFolder, walk } from "../node/walk.ts";
import type { DeliverySource, StoredFile } from "./source.ts";

/** Deliveries on a disk of this machine. */
export function diskSource(
  periodsOf: (paths: readonly string[]) => Promise<readonly string[]>,
): DeliverySource {
  return {
    async list(place) {
      const paths = (await fileOrFolder(place)) === "folder" ? await walk(resolve(place)) : [place];
      const found = await Promise.all(paths.map(lookOnDisk));
      return found.filter((each) => each !== null);
    },
    look: lookOnDisk,
    async read(place) {
      const text = await unlessMissing(readFile(place, "utf8"));
      return text === null ? null : { text, tag: nodeHash.sha256(text) };
    },
    listed: listedOnDisk,
    periodsOf: (place) => periodsOf([place]),
  };
}

/** What a disk knows of a file; null where there is none. */
export async function lookOnDisk(path: string): Promise<StoredFile | null> {
  const found = await unlessMissing(stat(path, { bigint: true }));
  if (found === null || !found.isFile()) return null;
  return {
    place: path,
    tag: `${found.size}-${found.mtimeNs}-${found.ino}`,
    bytes: Number(found.size),
    writtenAt: Number(found.mtimeMs),
  };
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR"].includes(String(error.code))) {
      return null;
    }
    throw error;
  }
}
