import { badInput } from "@tagledger/core/errors";
import { identifier, literal } from "../../duckdb/database.ts";

/** What an inventory tells of an object, as SQL over a table of its columns. */
export interface ObjectColumns {
  readonly key: string;
  readonly size: string;
  /** Whether it only marks that the object was deleted, and holds nothing. */
  readonly marker: string;
  /** Whether versions that were replaced are listed as well. */
  readonly versions: boolean;
}

/**
 * Finds the columns of an inventory, whose CSV and Parquet spell them differently.
 *
 * @throws bad-input where it does not tell the keys or the sizes
 */
export function objectColumns(
  names: readonly string[],
  format: "csv" | "parquet",
  place: string,
): ObjectColumns {
  const plain = (name: string) => name.toLowerCase().replaceAll("_", "");
  const column = (wanted: string) => names.find((name) => plain(name) === wanted);
  const [key, size, marker] = [column("key"), column("size"), column("isdeletemarker")];
  if (key === undefined || size === undefined) {
    const missing = key === undefined ? "key" : "size";
    const hint = missing === "size" ? ": add Size to the fields of its configuration" : "";
    throw badInput(`${place}: this inventory does not list the ${missing} of objects${hint}`, {
      file: place,
      column: missing,
    });
  }
  return {
    // Only CSV encodes keys, as forms do: a plus is a space.
    key: format === "csv" ? `url_decode(replace(${identifier(key)}, '+', ' '))` : identifier(key),
    // A sum would pass over a size that is not there, and empty text is no number.
    size: `coalesce(CAST(${identifier(size)} AS VARCHAR), '')`,
    marker:
      marker === undefined
        ? "false"
        : `coalesce(lower(CAST(${identifier(marker)} AS VARCHAR)) = 'true', false)`,
    versions: column("versionid") !== undefined || column("islatest") !== undefined,
  };
}

/** A file of an inventory as SQL: CSV files have no header, and every value is text. */
export function fileTable(path: string, columns: readonly string[] | null): string {
  if (columns === null) return `read_parquet(${literal(path)})`;
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ");
  return (
    `read_csv(${literal(path)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', ` +
    `columns = {${types}}${/\.gz$/i.test(path) ? ", compression = 'gzip'" : ""})`
  );
}
