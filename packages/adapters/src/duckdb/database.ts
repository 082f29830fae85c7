import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
} from "@duckdb/node-api";

/** An in-memory DuckDB with a folder of its own for what it must put on disk. */
export interface Database {
  readonly folder: string;
  run(sql: string): Promise<void>;
  /** All rows of a small result. */
  rows(sql: string): Promise<Record<string, DuckDBValue>[]>;
  /** A large result, column by column, a few thousand rows at a time. */
  columns(sql: string): AsyncIterable<DuckDBValue[][]>;
  /** The same as DuckDB has it in memory, for what is too much to be handed over value by value. */
  chunks(sql: string): AsyncIterable<DuckDBDataChunk>;
  close(): Promise<void>;
}

/**
 * Memory for tables and hash tables; results are bounded by how much is asked for at once, and this by a margin
 * below what a small machine has.
 */
const MEMORY_LIMIT = "512MB";

/** What a database may use; of what is not said, what DuckDB would take. */
export interface DatabaseOptions {
  /** Where its own folder is made. */
  readonly within?: string;
  /** As DuckDB writes it, such as `512MB`. */
  readonly memory?: string | undefined;
  readonly threads?: number | undefined;
}

/** Opens a database that never looks at the network and reads times as UTC. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { within = tmpdir(), memory = MEMORY_LIMIT, threads } = options;
  const folder = await mkdtemp(join(within, "tagledger-"));
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    memory_limit: memory,
    temp_directory: folder,
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    folder,
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    columns: (sql) => columnsOf(connection, sql),
    chunks: (sql) => chunksOf(connection, sql),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function* columnsOf(connection: DuckDBConnection, sql: string): AsyncIterable<DuckDBValue[][]> {
  for await (const chunk of chunksOf(connection, sql)) yield chunk.getColumns();
}

async function* chunksOf(connection: DuckDBConnection, sql: string): AsyncIterable<DuckDBDataChunk> {
  const result = await connection.stream(sql);
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    yield chunk;
  }
}

/** The text of a query that lies beside this file. */
export function sqlFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as an SQL literal that means this one file, whatever is in its name. */
export function fileLiteral(path: string): string {
  return literal(path.replace(/[*?[]/g, "[$&]"));
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
