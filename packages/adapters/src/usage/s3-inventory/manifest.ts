import { createHash } from "node:crypto";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import * as z from "zod/mini";

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

const manifest = z.object({
  creationTimestamp: z.string().check(z.regex(/^\d{12,14}$/)),
  fileFormat: z.string(),
  fileSchema: z.string(),
  files: z.array(z.object({ key: z.string(), size: z.number(), MD5checksum: z.string() })),
});

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
  const { creationTimestamp, fileFormat, fileSchema, files } = parsed(text, place);
  const format = fileFormat.toLowerCase();
  if (format !== "csv" && format !== "parquet") throw unreadableFormat(fileFormat, place);
  return {
    place,
    at: Number(creationTimestamp),
    format,
    columns: format === "csv" ? fileSchema.split(",").map((column) => column.trim()) : [],
    files: files.map(({ key, size, MD5checksum }) => ({ key, bytes: size, md5: MD5checksum.toLowerCase() })),
  };
}

function parsed(text: string, place: string): z.infer<typeof manifest> {
  try {
    return z.parse(manifest, JSON.parse(text));
  } catch (cause) {
    const [issue] = cause instanceof z.core.$ZodError ? cause.issues : [];
    const why = issue === undefined ? "it is not JSON" : `${issue.path.join(".")}: ${issue.message}`;
    throw badInput(`${place}: this is no manifest of an S3 Inventory (${why})`, { file: place }, cause);
  }
}

function unreadableFormat(format: string, place: string): TagledgerError {
  const message =
    `${place}: this inventory is written as ${format}, which is not read: ` +
    "let its configuration write Parquet, or CSV";
  return badInput(message, { file: place, value: format });
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
