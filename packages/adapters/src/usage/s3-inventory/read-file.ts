import { badInput, TagledgerError } from "@tagledger/core/errors";
import { s3Source } from "../../deliveries/s3-source.ts";
import { type Database, literal } from "../../duckdb/database.ts";
import { fileHash } from "../../node/file-hash.ts";
import { asFile, type ObjectFiles } from "../s3/object-file.ts";
import { s3PlaceOf } from "../s3/place.ts";
import { fileTable, type ObjectColumns, objectColumns } from "./columns.ts";
import type { Inventory, InventoryFile } from "./manifest.ts";
import type { InventorySums } from "./sums.ts";

/** What a file of an inventory is read with. */
export interface FileReading extends ObjectFiles {
  readonly database: Database;
  readonly sums: InventorySums;
}

/**
 * Adds a file of an inventory to its sums, if it is the one that the manifest lists.
 *
 * @returns the columns that it has
 * @throws bad-input where it is not there, is another one, or holds what cannot be read
 */
export async function readInventoryFile(
  { database, sums, ...files }: FileReading,
  inventory: Inventory,
  file: InventoryFile,
): Promise<ObjectColumns> {
  // The manifest names its bucket, and lies in it: one that was copied lies where its files were copied to.
  const place = `s3://${s3PlaceOf(inventory.place).bucket}/${file.key}`;
  const stored = await s3Source(files.client).look(place);
  if (stored === null) throw wrong(place, `${inventory.place} lists this file, which is not there`);
  if (stored.bytes !== file.bytes) {
    throw wrong(place, `has ${stored.bytes} bytes, and ${file.bytes} in the manifest ${inventory.place}`);
  }
  return asFile(files, stored, async (path) => {
    if ((await fileHash(path, "md5")) !== file.md5)
      throw wrong(place, `its MD5 is not the one in ${inventory.place}`);
    try {
      const names = inventory.format === "csv" ? inventory.columns : await parquetColumns(database, path);
      const columns = objectColumns(names, inventory.format, place);
      await sums.add(path, inventory.format, inventory.columns, columns).catch(async (cause: unknown) => {
        throw (await badSize(database, path, inventory, columns, place)) ?? cause;
      });
      return columns;
    } catch (cause) {
      throw explained(cause, place);
    }
  });
}

async function parquetColumns(database: Database, path: string): Promise<string[]> {
  const rows = await database.rows(
    `SELECT name FROM (DESCRIBE SELECT * FROM read_parquet(${literal(path)})) AS t(name)`,
  );
  return rows.map(({ name }) => String(name));
}

/** Which object has a size that is none; null where all have one. */
async function badSize(
  database: Database,
  path: string,
  { format, columns }: Inventory,
  { key, size, marker }: ObjectColumns,
  place: string,
): Promise<TagledgerError | null> {
  const table = fileTable(path, format === "csv" ? columns : null);
  const asked = `SELECT ${key} AS key, ${size} AS size FROM ${table}
    WHERE NOT ${marker} AND TRY_CAST(${size} AS UBIGINT) IS NULL LIMIT 1`;
  const [row] = await database.rows(asked).catch(() => []);
  return row === undefined
    ? null
    : wrong(place, `the size of ${row.key} is "${row.size}", not a number of bytes`);
}

function wrong(place: string, message: string): TagledgerError {
  return badInput(`${place}: ${message}`, { file: place });
}

/** What DuckDB cannot read is so the next time too; where it has no room it is another matter. */
function explained(cause: unknown, place: string): unknown {
  if (cause instanceof TagledgerError || !(cause instanceof Error)) return cause;
  const [said = ""] = cause.message.split("\n");
  const message = `${place}: the inventory cannot be read (${said})`;
  const code = /^(Out of Memory|IO|Internal|FATAL)/i.test(said) ? "outside-failure" : "bad-input";
  return new TagledgerError(code, message, { file: place }, { cause });
}
