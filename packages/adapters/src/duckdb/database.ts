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

/** Where queries are asked, one after another. */
export interface Queries {
  run(sql: string): Promise<void>;
  /** All rows of a small result. */
  rows(sql: string): Promise<Record<string, DuckDBValue>[]>;
  /** A large result, column by column, a few thousand rows at a time. */
  columns(sql: string): AsyncIterable<DuckDBValue[][]>;
  /** The same as DuckDB has it in memory, for what is too much to be handed over value by value. */
  chunks(sql: string): AsyncIterable<DuckDBDataChunk>;
}

/** An in-memory DuckDB with a folder of its own for what it must put on disk. */
export interface Database extends Queries {
  readonly folder: string;
  /** For queries that run while others do; closed with the database. */
  beside(): Promise<Queries>;
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
  /** Whether what the footers of Parquet files say is kept, about a megabyte for each; it is unless told otherwise. */
  readonly footers?: boolean;
}

/** Opens a database that never looks at the network and reads times as UTC. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { within = tmpdir(), memory = MEMORY_LIMIT, threads, footers = true } = options;
  const folder = await mkdtemp(join(within, "tagledger-"));
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    // What queries gave back is given back to the machine as well.
    allocator_background_threads: "true",
    memory_limit: memory,
    temp_directory: folder,
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connections: DuckDBConnection[] = [];
  const connect = async (): Promise<Queries> => {
    const connection = await instance.connect();
    connections.push(connection);
    await connection.run("SET TimeZone = 'UTC'");
    // Each part is asked many things; a file that changed is known by its time, its footer read again.
    await connection.run(`SET parquet_metadata_cache = ${footers}`);
    return {
      run: async (sql) => void (await connection.run(sql)),
      rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
      columns: (sql) => columnsOf(connection, sql),
      chunks: (sql) => chunksOf(connection, sql),
    };
  };
  return {
    ...(await connect()),
    folder,
    beside: connect,
    close: async () => {
      for (const connection of connections) connection.closeSync();
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

/** How many threads a query may use. */
export async function threadsOf(database: Queries): Promise<number> {
  const [setting] = await database.rows("SELECT current_setting('threads') AS threads");
  return Number(setting?.threads ?? 1);
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
