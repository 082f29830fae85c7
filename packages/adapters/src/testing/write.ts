import { writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { identifier, literal, openDatabase } from "../duckdb/database.ts";
import type { Line } from "./lines.ts";

/** How a CSV file is written. */
export interface CsvOptions {
  readonly delimiter?: string;
  readonly newline?: string;
  /** How a value is written; quoted with doubled quotes unless told otherwise. */
  readonly value?: (value: string) => string;
}

/** Lines as CSV, with the columns of all of them, in the order in which they first appear. */
export function csv(
  lines: readonly Line[],
  { delimiter = ",", newline = "\n", value = quoted }: CsvOptions = {},
): string {
  const names = namesOf(lines);
  const rows = [names, ...lines.map((line) => names.map((name) => line[name] ?? ""))];
  return rows.map((row) => row.map(value).join(delimiter) + newline).join("");
}

function quoted(value: string): string {
  return /["\n\r,;\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Writes lines as CSV, gzipped if the path says so. */
export async function writeCsv(
  path: string,
  lines: readonly Line[],
  options: CsvOptions = {},
): Promise<string> {
  const text = csv(lines, options);
  await writeFile(path, path.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}

/** Writes lines as Parquet, with columns of DuckDB types; those not named are VARCHAR, and empty values NULL. */
export async function writeParquet(
  path: string,
  lines: readonly Line[],
  types: Readonly<Record<string, string>> = {},
): Promise<string> {
  const names = namesOf(lines);
  const cells = (line: Line) => names.map((name) => (line[name] ? literal(line[name]) : "NULL")).join(", ");
  const columns = names.map(
    (name) => `CAST(${identifier(name)} AS ${types[name] ?? "VARCHAR"}) AS ${identifier(name)}`,
  );
  const values = lines.map((line) => `(${cells(line)})`).join(", ");
  await writeQuery(
    path,
    `SELECT ${columns.join(", ")} FROM (VALUES ${values}) AS lines (${names.map(identifier).join(", ")})`,
  );
  return path;
}

/** Writes what a query gives as Parquet. */
export async function writeQuery(path: string, query: string): Promise<void> {
  const database = await openDatabase();
  try {
    await database.run(`COPY (${query}) TO ${literal(path)} (FORMAT parquet)`);
  } finally {
    await database.close();
  }
}

function namesOf(lines: readonly Line[]): string[] {
  return [...new Set(lines.flatMap((line) => Object.keys(line)))];
}
