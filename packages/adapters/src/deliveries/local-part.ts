import { randomUUID } from "node:crypto";
import { access, type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DeliveredPart } from "@tagledger/core/bills/delivery";
import { nodeHash } from "../node/hash.ts";
import { explainRoom } from "./no-room.ts";

/** Where a part is put on this machine: files that are there are whole, whenever the machine was stopped. */
export interface LocalPart {
  /** The part as it is. */
  readonly whole: string;
  /** The part, of which only some columns are there. */
  withColumns(columns: readonly string[]): string;
  /** The names of its columns; null where they are not known yet. */
  names(): Promise<readonly string[] | null>;
  remember(names: readonly string[]): Promise<void>;
}

/** Where a part is put in a folder; a part that was replaced is put elsewhere. */
export function localPart(part: DeliveredPart, folder: string): LocalPart {
  const id = nodeHash.sha256(JSON.stringify([part.place, part.tag, part.bytes])).slice(0, 24);
  const [ending = ""] = /(\.(csv|parquet|zip))?(\.gz)?$/i.exec(part.place) ?? [];
  const names = join(folder, `${id}.names.json`);
  return {
    whole: join(folder, `${id}${ending}`),
    withColumns: (columns) => {
      const some = nodeHash.sha256(JSON.stringify(columns.toSorted())).slice(0, 16);
      return join(folder, `${id}-${some}${ending}`);
    },
    async names() {
      return (await isThere(names)) ? JSON.parse(await readFile(names, "utf8")) : null;
    },
    async remember(all) {
      await putWhole(folder, 0, async (file) => {
        await writeFile(file, JSON.stringify(all));
        return names;
      });
    },
  };
}

export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * Has a file written under another name, and gives it its own when it is whole.
 *
 * @param bytes how large it may become
 * @param write writes it, and says where it is to be; null where it is of no use
 */
export async function putWhole<Path extends string | null>(
  folder: string,
  bytes: number,
  write: (file: FileHandle, unfinished: string) => Promise<Path>,
): Promise<Path> {
  const unfinished = join(folder, `${randomUUID()}.unfinished`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(unfinished, "wx+");
    const path = await write(file, unfinished).finally(() => file.close());
    if (path !== null) await rename(unfinished, path);
    return path;
  } catch (error) {
    throw explainRoom(error, folder, bytes);
  } finally {
    await rm(unfinished, { force: true });
  }
}
