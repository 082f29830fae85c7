import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "@tagledger/core/catalog/event";
import { badInput, TagledgerError } from "@tagledger/core/errors";

/** A file of an inventory, as its manifest tells it. */
export interface InventoryFile {
  readonly key: string;
  readonly bytes: number;
  readonly md5: string;
}

/** What was in a bucket at an instant, and in which files that stands. */
export interface Inventory {
  /** The place of its manifest. */
  readonly place: string;
  /** When the bucket was begun to be looked through, in epoch milliseconds. */
  readonly at: number;
  readonly format: "csv" | "parquet";
  /** The columns of CSV files, which have no header; in Parquet files they are found. */
  readonly columns: readonly string[];
  readonly files: readonly InventoryFile[];
}

/**
 * Reads the manifest of an inventory.
 *
 * @param checksum what lies beside it: the MD5 of its text
 * @throws outside-failure where the two do not fit; bad-input where it is no manifest, or lists files in ORC
 */
export function inventoryOf(text: string, checksum: string, place: string): Inventory {
  if (md5(text) !== checksum.trim().toLowerCase()) {
    const message = `${place}: the manifest is not what its checksum says: it was damaged, or is being written`;
    throw new TagledgerError("outside-failure", message, { file: place });
  }
  const manifest = parsed(text, place);
  const at = textAt(manifest, "creationTimestamp", place);
  const format = textAt(manifest, "fileFormat", place).toLowerCase();
  const schema = textAt(manifest, "fileSchema", place);
  if (!/^\d{12,14}$/.test(at)) throw noManifest(place, `creationTimestamp is "${at}"`);
  if (format !== "csv" && format !== "parquet") throw unreadableFormat(format, place);
  if (!Array.isArray(manifest.files)) throw noManifest(place, "files is no list");
  return {
    place,
    at: Number(at),
    format,
    columns: format === "csv" ? schema.split(",").map((column) => column.trim()) : [],
    files: manifest.files.map((file: unknown) => fileOf(file, place)),
  };
}

function parsed(text: string, place: string): JsonObject {
  try {
    const manifest: unknown = JSON.parse(text);
    if (isObject(manifest)) return manifest;
  } catch (cause) {
    throw noManifest(place, "it is not JSON", cause);
  }
  throw noManifest(place, "it is no object");
}

function fileOf(file: unknown, place: string): InventoryFile {
  if (!isObject(file)) throw noManifest(place, "a file is no object");
  const { size } = file;
  if (typeof size !== "number" || !Number.isSafeInteger(size)) throw noManifest(place, "a file has no size");
  return {
    key: textAt(file, "key", place),
    bytes: size,
    md5: textAt(file, "MD5checksum", place).toLowerCase(),
  };
}

function textAt(object: JsonObject, key: string, place: string): string {
  const value = object[key];
  if (typeof value !== "string") throw noManifest(place, `${key} is missing`);
  return value;
}

function noManifest(place: string, why: string, cause?: unknown): TagledgerError {
  return badInput(`${place}: this is no manifest of an S3 Inventory (${why})`, { file: place }, cause);
}

function unreadableFormat(format: string, place: string): TagledgerError {
  const message =
    `${place}: this inventory is written as ${format.toUpperCase()}, which is not read: ` +
    "let its configuration write Parquet, or CSV";
  return badInput(message, { file: place, value: format });
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
