import { fileLiteral, openDatabase } from "../duckdb/database.ts";
import type { ByteRange } from "./ranges.ts";

/** A column of a Parquet file and where its bytes lie. */
export interface ParquetColumnBytes {
  readonly name: string;
  readonly chunks: readonly ByteRange[];
}

const SCHEMA = "SELECT name, coalesce(num_children, 0)::INTEGER AS children FROM parquet_schema";
const CHUNKS = `SELECT column_id::INTEGER AS leaf,
  least(data_page_offset,
        CASE WHEN dictionary_page_offset > 0 THEN dictionary_page_offset END,
        CASE WHEN index_page_offset > 0 THEN index_page_offset END)::DOUBLE AS start,
  total_compressed_size::DOUBLE AS size
FROM parquet_metadata`;

/** The columns of a Parquet file of which at least the footer is there; those that are nested are told as one. */
export async function parquetColumns(path: string): Promise<readonly ParquetColumnBytes[]> {
  const database = await openDatabase();
  try {
    const file = fileLiteral(path);
    const schema = await database.rows(`${SCHEMA}(${file})`);
    const nodes = schema.map(({ name, children }) => ({ name: String(name), children: Number(children) }));
    const columns = leavesByColumn(nodes).map((name) => ({ name, chunks: [] as ByteRange[] }));
    for (const { leaf, start, size } of await database.rows(`${CHUNKS}(${file})`)) {
      columns[Number(leaf)]?.chunks.push({ start: Number(start), end: Number(start) + Number(size) });
    }
    return joined(columns);
  } finally {
    await database.close();
  }
}

/** For each leaf of a schema, which lists its nodes depth first, the name of the column that it is of. */
function leavesByColumn(nodes: readonly { readonly name: string; readonly children: number }[]): string[] {
  const leaves: string[] = [];
  let at = 1;
  const walk = (column: string | null) => {
    const { name = "", children = 0 } = nodes[at++] ?? {};
    if (children === 0) leaves.push(column ?? name);
    for (let child = 0; child < children; child++) walk(column ?? name);
  };
  while (at < nodes.length) walk(null);
  return leaves;
}

function joined(leaves: readonly ParquetColumnBytes[]): readonly ParquetColumnBytes[] {
  const columns = new Map<string, ByteRange[]>();
  for (const { name, chunks } of leaves) columns.set(name, [...(columns.get(name) ?? []), ...chunks]);
  return [...columns].map(([name, chunks]) => ({ name, chunks }));
}
