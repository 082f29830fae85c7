import type { Basis } from "@tagledger/core/costs/charge";
import type { ChargeNeeds } from "@tagledger/core/costs/query";
import type { ColumnSource } from "../../bills/format.ts";
import type { RawValue } from "../columns.ts";
import { fileLiteral, sqlFile } from "../database.ts";
import { tagValues } from "../tags.ts";
import { lineFilter, type Month } from "./line-filter.ts";
import { unasked } from "./needed-columns.ts";
import type { Slice } from "./part.ts";
import { rawAmounts } from "./raw-amounts.ts";
import { RawKeys } from "./raw-keys.ts";
import type { Places } from "./sums.ts";
import { timesOf, timestampLiteral } from "./times.ts";

/** What lines are grouped by, besides what cells always tell. */
export interface Grouping {
  readonly month: Month;
  readonly needs: ChargeNeeds;
  readonly bases: readonly Basis[];
  /** Whether each resource has cells of its own, whether that is needed or not. */
  readonly byResource?: boolean;
  /** What is joined to lines, and the columns that cells have of it. */
  readonly joined?: { readonly sql: string; readonly columns: readonly string[] };
  /** Further conditions on lines. */
  readonly where?: readonly string[];
  /** Lines with amounts of more places, which take longer to be read, are left out. */
  readonly places?: Places;
  /** The lists of all texts, in SQL, of those columns that have few. */
  readonly lists?: ReadonlyMap<string, string>;
}

/** Texts that say which lines count, and nothing of cells. */
const UNTOLD = ["line_id", "time_interval", "operation", "split_parent", "sku"];

/**
 * A query that groups the lines of a slice by values as the bill holds them, and then makes canonical charges of the
 * groups: far fewer values are read as texts than there are lines. It tells `group_lines`, `group_day` and `group_epoch`.
 */
export function groupedLines(slice: Slice, grouping: Grouping): string {
  const { table, tags } = slice.parts[0];
  const { format } = table;
  const { needs, byResource = needs.facts.has("resource"), joined } = grouping;
  const left = new Set([...unasked(needs), ...UNTOLD, ...(byResource ? [] : ["resource"])]);
  const keys = new RawKeys(slice, grouping.lists);
  const text = (source: ColumnSource) => (left.has(source.name) ? "''" : keys.text(source));
  const { sums, alike } = rawAmounts(slice, grouping.bases, grouping.places);
  const columns = [
    "0 AS row",
    "FALSE AS unreadable",
    ...format.texts.map((source) => `${text(source)} AS ${source.name}`),
    ...format.times.map(({ name }) => `CAST(NULL AS TIMESTAMPTZ) AS ${name}`),
    ...format.amounts.map(
      ({ name }) => `${sums.get(name)?.total ?? "CAST(NULL AS DECIMAL(38, 24))"} AS ${name}`,
    ),
    ...tagValues(tags, needs.tagKeys).map((values, index) => `${keys.first(values)} AS tag_${index}`),
    ...(joined?.columns ?? []).map((column) => `coalesce(${column}, '') AS ${column}`),
    `group_day, ${needs.instants.length === 0 ? "0 AS group_epoch" : "group_epoch"}, group_lines`,
  ];
  const grouped = [
    ...keys.selected,
    ...(joined?.columns ?? []),
    `${dayOf(grouping.month)} AS group_day`,
    ...(needs.instants.length === 0 ? [] : [`${epochOf(needs)} AS group_epoch`]),
    ...(alike === undefined ? [] : [`${alike} AS alike`]),
    "count(*) AS group_lines",
    ...[...sums.values()].flatMap((each) => each.sums),
  ];
  const worked = [...sums.values()].flatMap(({ rows }) => rows);
  const short = [...sums.values()].flatMap((each) => each.short);
  return `
    WITH lines AS NOT MATERIALIZED (${linesOf(slice, grouping, worked)}),
    raw AS NOT MATERIALIZED (
      SELECT ${grouped.join(",\n")} FROM lines ${short.length === 0 ? "" : `WHERE ${short.join(" AND ")}`} GROUP BY ALL
    ),
    source AS NOT MATERIALIZED (SELECT ${columns.join(",\n")} FROM raw)
    ${sqlFile(format.sql)}`;
}

/** What the lines of a slice are grouped by, but for their time and what is joined to them. */
export function rawKeys(
  slice: Slice,
  { needs, byResource = needs.facts.has("resource") }: Grouping,
): RawValue[] {
  const { table, tags } = slice.parts[0];
  const left = new Set([...unasked(needs), ...UNTOLD, ...(byResource ? [] : ["resource"])]);
  const keys = new RawKeys(slice);
  for (const source of table.format.texts) if (!left.has(source.name)) keys.text(source);
  for (const values of tagValues(tags, needs.tagKeys)) keys.first(values);
  return keys.values;
}

/** A query that counts about how many groups the lines of a slice make, `whole` and up to a row: `half`. */
export function countGroups(slice: Slice, grouping: Grouping, row: number): string {
  const keys = rawKeys(slice, grouping).map(({ sql }) => sql);
  const told = [...keys, dayOf(grouping.month), ...(grouping.joined?.columns ?? [])];
  return `
    SELECT count(DISTINCT line) AS whole, count(DISTINCT line) FILTER (WHERE file_row_number < ${row}) AS half
    FROM (SELECT hash(${told.join(", ")}) AS line, file_row_number FROM (${linesOf(slice, grouping, [])}))`;
}

/** The files of a slice as `FROM` reads them, with the number of each row. */
export function fromSlice({ parts }: Slice): string {
  const files = parts.map(({ table }) => fileLiteral(table.parquet)).join(", ");
  return `read_parquet([${files}], hive_partitioning = false, binary_as_string = true, file_row_number = true)`;
}

function linesOf(slice: Slice, { month, joined, where = [] }: Grouping, worked: readonly string[]): string {
  const { usage } = timesOf({ table: slice.parts[0].table, parts: slice.parts });
  const conditions = [...lineFilter(slice, month), ...where];
  return `
    SELECT ${["*", ...worked, `${usage} AS used_at`].join(",\n")}
    FROM ${fromSlice(slice)} ${joined?.sql ?? ""}
    ${conditions.length === 0 ? "" : `WHERE ${conditions.join("\n AND ")}`}`;
}

function dayOf({ start, end }: Month): string {
  return `CASE
    WHEN used_at >= ${timestampLiteral(start)} AND used_at < ${timestampLiteral(end)} THEN day(used_at)
    ELSE 0
  END`;
}

function epochOf({ instants }: ChargeNeeds): string {
  return ["0", ...instants.map((at) => `CAST(used_at >= ${timestampLiteral(at)} AS INTEGER)`)].join(" + ");
}
