import { stat } from "node:fs/promises";
import { extname } from "node:path";
import type { BillVersion } from "@tagledger/core/bills/version";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import { fileHash } from "../node/file-hash.ts";
import { nodeHash } from "../node/hash.ts";

/** The file that says which others the cells of a version are. */
export const LIST = "cells.json";

/** A file of cells as it was kept. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the files are to be known by once they are kept. */
export async function keptFiles(paths: readonly string[]): Promise<readonly KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const [index, path] of paths.entries()) {
    kept.push({ name: `${String(index).padStart(5, "0")}${extname(path)}`, ...(await contentOf(path)) });
  }
  return kept;
}

/** The folder of a version's cells: the same for the same content, so that keeping it again changes nothing. */
export function folderOf(
  version: Pick<BillVersion, "export" | "period" | "id">,
  files: readonly KeptFile[],
): string {
  const content = nodeHash.sha256(JSON.stringify(files)).slice(0, 16);
  return `${nameOf(version.export)}/${version.period}/${nameOf(version.id)}-${content}`;
}

/**
 * Refuses a place that cannot be one of cells, so that nothing else is ever removed.
 *
 * @throws bad-input naming it
 */
export function checkPlace(place: string): void {
  if (/[\\/]\d{4}-\d{2}[\\/][^\\/]+-[0-9a-f]{16}$/.test(place)) return;
  throw badInput(`${place}: this is no place where cells of a bill are kept`, { value: place });
}

/** The text of the file that lists the others. */
export function listText(files: readonly KeptFile[]): string {
  return `${JSON.stringify({ files }, null, 2)}\n`;
}

/** @throws outside-failure where the text is no such list */
export function parseList(place: string, text: string): readonly KeptFile[] {
  try {
    const said: unknown = JSON.parse(text);
    const files = typeof said === "object" && said !== null && "files" in said ? said.files : null;
    if (Array.isArray(files) && files.every(isKeptFile)) return files;
  } catch (cause) {
    throw damaged(place, "its list cannot be read", cause);
  }
  throw damaged(place, "its list is of another shape");
}

/** @throws outside-failure where the file is not as it was kept */
export async function verifyFile(place: string, path: string, kept: KeptFile): Promise<void> {
  const found = await contentOf(path).catch((cause: unknown) => {
    throw damaged(place, `${kept.name} cannot be read`, cause);
  });
  if (found.bytes === kept.bytes && found.sha256 === kept.sha256) return;
  throw damaged(place, `${kept.name} is not as it was kept`);
}

/** The error of cells that are not there as they were kept. */
export function damaged(place: string, reason: string, cause?: unknown): TagledgerError {
  const message = `${place}: the kept cells are damaged: ${reason}; take the bill in again with tagledger ingest --again`;
  return new TagledgerError("outside-failure", message, { file: place }, { cause });
}

async function contentOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { size } = await stat(path);
  return { bytes: size, sha256: await fileHash(path, "sha256") };
}

/** Whether it is a file of a list, and lies in the list's folder. */
function isKeptFile(value: unknown): value is KeptFile {
  if (typeof value !== "object" || value === null) return false;
  const { name, bytes, sha256 } = value as Partial<Record<string, unknown>>;
  return (
    typeof name === "string" &&
    /^\d+(\.\w+)?$/.test(name) &&
    typeof bytes === "number" &&
    typeof sha256 === "string"
  );
}

/** A text as the name of a folder that is neither hidden nor another one. */
function nameOf(text: string): string {
  return encodeURIComponent(text).replace(/^\./, "%2E");
}
