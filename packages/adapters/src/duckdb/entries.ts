import type { TableColumn } from "./bill-table.ts";
import { literal } from "./database.ts";

/** How a column holds several entries: as a map, a list of pairs, a struct, or a JSON object as text. */
type Shape = "map" | "pairs" | "struct" | "json";

function shapeOf({ type }: TableColumn): Shape {
  if (type.endsWith("[]")) return "pairs";
  if (type.startsWith("MAP")) return "map";
  return type.startsWith("STRUCT") ? "struct" : "json";
}

/** One entry of a column that holds several, NULL where there is none. */
export function entryOf(column: TableColumn, key: string): string {
  const { sql } = column;
  const value = {
    map: `${sql}[${literal(key)}]`,
    pairs: `list_filter(${sql}, lambda pair: pair.key = ${literal(key)})[1].value`,
    struct: `json_extract_string(to_json(${sql}), ${literal(pointer(key))})`,
    json: `json_extract_string(${jsonOf(column)}, ${literal(pointer(key))})`,
  };
  return `CAST(${value[shapeOf(column)]} AS VARCHAR)`;
}

/** The keys of all entries, each row's in a list. */
export function keysOf(column: TableColumn): string {
  const { sql } = column;
  const keys = {
    map: `map_keys(${sql})`,
    pairs: `list_transform(${sql}, lambda pair: pair.key)`,
    struct: `json_keys(to_json(${sql}))`,
    json: `json_keys(${jsonOf(column)})`,
  };
  return keys[shapeOf(column)];
}

/** The condition that a row's entries cannot be told: its text is no JSON object. Undefined where all can. */
export function garbled(column: TableColumn): string | undefined {
  if (shapeOf(column) !== "json") return undefined;
  const json = jsonOf(column);
  return `${json} IS NOT NULL AND NOT (json_valid(${json}) AND starts_with(ltrim(${json}), '{'))`;
}

function jsonOf({ sql }: TableColumn): string {
  return `CASE WHEN NOT is_absent(CAST(${sql} AS VARCHAR)) THEN CAST(${sql} AS VARCHAR) END`;
}

/** A key as a JSON pointer says it (RFC 6901), which needs no other escapes. */
function pointer(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
