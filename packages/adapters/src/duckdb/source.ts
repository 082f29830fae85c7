import type { Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import { type ColumnSource, comparableColumn } from "../bills/format.ts";
import { tagSources } from "../bills/tag-sources.ts";
import { type Database, literal } from "./database.ts";
import { type BillTable, fromTable, type TableColumn } from "./table.ts";

const NO_AMOUNT = "CAST(NULL AS DECIMAL(38, 24))";
const NO_TIME = "CAST(NULL AS TIMESTAMPTZ)";

/**
 * The query that gives a table's columns the names that its format's SQL reads: texts without NULL, times in UTC,
 * exact amounts, one column for each tag key.
 *
 * @throws bad-input when a column is missing that the basis needs
 */
export async function sourceQuery(
  database: Database,
  table: BillTable,
  { basis, tagKeys }: { basis: Basis; tagKeys: readonly string[] },
): Promise<string> {
  const { format } = table;
  const columns = columnsByName(table);
  const find = ({ from }: ColumnSource) =>
    from.map((name) => columns.get(name)).find((each) => each !== undefined);
  const every = [...format.texts, ...format.times, ...format.amounts];
  const required = new Set(format.required(basis));
  const missing = every.filter((source) => required.has(source.name) && find(source) === undefined);
  if (missing.length > 0) throw missingColumns(table, basis, missing);

  const used = new Set(format.used(basis));
  const amounts = format.amounts.map((source) => {
    const column = used.has(source.name) ? find(source) : undefined;
    return { name: source.name, column, sql: column === undefined ? NO_AMOUNT : amountOf(column) };
  });
  const unreadable = amounts.flatMap(({ column, sql }) =>
    column === undefined ? [] : [`(NOT (${absenceOf(column)}) AND ${sql} IS NULL)`],
  );
  const tags = await tagColumns(database, table, tagKeys);
  const selected = [
    "file_row_number AS row",
    `${unreadable.join(" OR ") || "FALSE"} AS unreadable`,
    ...format.texts.map((source) => `${textOf(find(source), source, columns)} AS ${source.name}`),
    ...format.times.map((source) => `${timeOf(find(source))} AS ${source.name}`),
    ...amounts.map(({ name, sql }) => `${sql} AS ${name}`),
    ...tags.map((sql, index) => `${sql} AS tag_${index}`),
  ];
  return `SELECT ${selected.join(",\n  ")}\nFROM ${fromTable(table)}`;
}

/** The columns of a table's amounts as the bill names them, for saying which one cannot be read. */
export function amountColumns(table: BillTable, basis: Basis): TableColumn[] {
  const columns = columnsByName(table);
  const used = new Set(table.format.used(basis));
  const sources = table.format.amounts.filter(({ name }) => used.has(name));
  return sources.flatMap(
    ({ from }) => from.map((name) => columns.get(name)).find((each) => each !== undefined) ?? [],
  );
}

/** The condition that an amount is there but cannot be read exactly. */
export function unreadableAmount(column: TableColumn): string {
  return `NOT (${absenceOf(column)}) AND ${amountOf(column)} IS NULL`;
}

/** Refuses lines of types whose effective or list cost stands in columns that the table lacks. */
export function refuseUnpricedTypes(table: BillTable, basis: Basis, types: ReadonlySet<string>): void {
  const columns = columnsByName(table);
  for (const [type, names] of Object.entries(table.format.neededByType(basis))) {
    const absent = table.format.amounts.filter(
      ({ name, from }) => names.includes(name) && !from.some((each) => columns.has(each)),
    );
    if (types.has(type) && absent.length > 0) throw missingColumns(table, basis, absent, type);
  }
}

function columnsByName({ columns, format }: BillTable): Map<string, TableColumn> {
  const plain = columns.filter(({ name }) => !format.tagColumns.test(name));
  return new Map(plain.toReversed().map((column) => [comparableColumn(column.name), column]));
}

function missingColumns(table: BillTable, basis: Basis, missing: readonly ColumnSource[], type?: string) {
  const names = missing.map(({ name }) => name.replaceAll("_", " ")).join(", ");
  const lines = type === undefined ? "" : ` of its ${type} lines`;
  return badInput(
    `${table.path}: the ${table.format.name} bill has no column for the ${names}${lines}, which the ${basis} basis needs`,
    { file: table.path, missing: missing.map(({ from }) => from[0] ?? "") },
  );
}

function isText({ type }: TableColumn): boolean {
  return type === "VARCHAR" || type.startsWith("ENUM");
}

function absenceOf(column: TableColumn): string {
  return isText(column) ? `is_absent(${column.sql})` : `${column.sql} IS NULL`;
}

function amountOf({ sql, type }: TableColumn): string {
  const decimal = /^DECIMAL\(\d+,\s*(\d+)\)$/.exec(type)?.[1];
  if (type === "DOUBLE") return `amount_of_double(${sql})`;
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type) || (decimal !== undefined && Number(decimal) <= 24)) {
    return `TRY_CAST(${sql} AS DECIMAL(38, 24))`;
  }
  return `amount_of_text(CAST(${sql} AS VARCHAR))`;
}

function timeOf(column: TableColumn | undefined): string {
  if (column === undefined) return NO_TIME;
  return isText(column) ? `time_of_text(${column.sql})` : `TRY_CAST(${column.sql} AS TIMESTAMPTZ)`;
}

function textOf(
  column: TableColumn | undefined,
  source: ColumnSource,
  columns: ReadonlyMap<string, TableColumn>,
): string {
  if (column !== undefined) {
    // Whole numbers in account columns have lost their leading zeros.
    if (/INT/.test(column.type)) return `coalesce(lpad(CAST(${column.sql} AS VARCHAR), 12, '0'), '')`;
    return `text_of(CAST(${column.sql} AS VARCHAR))`;
  }
  const map = source.orIn === undefined ? undefined : columns.get(source.orIn.map);
  if (map === undefined || source.orIn === undefined) return "''";
  const values = source.orIn.keys.map((key) => `nullif(text_of(${entryOf(map, key)}), '')`);
  return `coalesce(${values.join(", ")}, '')`;
}

/** One entry of a column that holds several, whether it is a map, a list of pairs, a struct or JSON. */
function entryOf({ sql, type }: TableColumn, key: string): string {
  if (type.startsWith("MAP")) return `CAST(${sql}[${literal(key)}] AS VARCHAR)`;
  if (type.endsWith("[]")) return `CAST(map_from_entries(${sql})[${literal(key)}] AS VARCHAR)`;
  if (type.startsWith("STRUCT")) return `CAST(struct_extract(${sql}, ${literal(key)}) AS VARCHAR)`;
  return `json_extract_string(${jsonOf(sql)}, ${literal(`$."${key.replaceAll('"', '\\"')}"`)})`;
}

function keysOf({ sql, type }: TableColumn): string {
  if (type.startsWith("MAP")) return `unnest(map_keys(${sql}))`;
  if (type.endsWith("[]")) return `unnest(map_keys(map_from_entries(${sql})))`;
  return `unnest(json_keys(${jsonOf(type.startsWith("STRUCT") ? `to_json(${sql})` : sql)}))`;
}

function jsonOf(sql: string): string {
  return `CASE WHEN NOT is_absent(CAST(${sql} AS VARCHAR)) THEN ${sql} END`;
}

async function tagColumns(
  database: Database,
  table: BillTable,
  tagKeys: readonly string[],
): Promise<string[]> {
  const { format, columns } = table;
  const single = columns.filter(({ name }) => format.tagColumns.test(name));
  const entries = new Map(single.map(({ name, sql }) => [name.replace(format.tagColumns, ""), sql]));
  for (const map of columns.filter(({ name }) => format.tagMaps.includes(comparableColumn(name)))) {
    if (map.type.startsWith("STRUCT") && map.type.endsWith(")") && map.type === "STRUCT()") continue;
    const keys = await database.rows(`SELECT DISTINCT ${keysOf(map)} AS key FROM ${fromTable(table)}`);
    for (const { key } of keys) if (key !== null) entries.set(String(key), entryOf(map, String(key)));
  }
  return tagSources(tagKeys, [...entries.keys()]).map((names) => {
    const values = names.map((name) => `nullif(text_of(${entries.get(name) ?? "''"}), '')`);
    return values.length === 0 ? "''" : `coalesce(${values.join(", ")}, '')`;
  });
}
