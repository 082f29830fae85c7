import type { BillTable, TableColumn } from "../bill-table.ts";
import { type Database, fileLiteral, identifier } from "../database.ts";

/** What the footer of a Parquet file says of a column. */
export interface ColumnFacts {
  /** The one text that stands in every row; null where all are NULL, undefined where they differ or nobody knows. */
  readonly constant: string | null | undefined;
  readonly nulls: "none" | "some" | "all";
  /** Whether there may be values below zero. */
  readonly negative: boolean;
  /** Whether all are surely between -1000 and 1000. */
  readonly small: boolean;
  /** Whether the rows of each row group say which entry of a dictionary they hold, for the most part. */
  readonly dictionary: boolean;
}

const UNKNOWN: ColumnFacts = {
  constant: undefined,
  nulls: "some",
  negative: true,
  small: false,
  dictionary: false,
};

/** A text that footers tell whole, and as it is. */
const PLAIN = /^[ !-[\]-~]{0,60}$/;

/** What a file's footer says of its columns, by how they are called in SQL. */
export async function readColumnFacts(
  database: Database,
  parquet: string,
): Promise<ReadonlyMap<string, ColumnFacts>> {
  const rows = await database.rows(
    `SELECT
       path_in_schema AS name,
       any_value(type) = 'BYTE_ARRAY' AS is_text,
       min(stats_min_value) AS low,
       min(stats_min_value) = max(stats_max_value)
         AND max(stats_min_value) = min(stats_max_value)
         AND count(stats_min_value) = count(*) AS same,
       bool_and(coalesce(stats_null_count = 0, FALSE)) AS given,
       bool_and(coalesce(stats_null_count = num_values, FALSE)) AS absent,
       bool_and(stats_min_value IS NOT NULL OR coalesce(stats_null_count = num_values, FALSE)) AS told,
       bool_or(starts_with(stats_min_value, '-')) AS negative,
       bool_and(coalesce(abs(TRY_CAST(stats_min_value AS DOUBLE)) < 999 AND abs(TRY_CAST(stats_max_value AS DOUBLE)) < 999, coalesce(stats_null_count = num_values, FALSE))) AS small,
       bool_and(contains(encodings, 'DICTIONARY')) AS dictionary
     FROM parquet_metadata(${fileLiteral(parquet)})
     GROUP BY path_in_schema`,
  );
  const facts = rows.flatMap(({ name, is_text, low, same, given, absent, told, negative, ...row }) => {
    const text = String(low);
    const constant = is_text === true && same === true && given === true && PLAIN.test(text);
    const each: ColumnFacts = {
      constant: absent === true ? null : constant ? text : undefined,
      nulls: absent === true ? "all" : given === true ? "none" : "some",
      negative: told !== true || negative === true,
      small: told === true && row.small === true,
      dictionary: is_text === true && row.dictionary === true,
    };
    return [
      [String(name), each],
      [identifier(String(name)), each],
    ] as const;
  });
  return new Map(facts);
}

/** What is true of a column in all of several files. */
export function factsOf(
  parts: readonly { readonly facts: ReadonlyMap<string, ColumnFacts> }[],
  { sql }: Pick<TableColumn, "sql">,
): ColumnFacts {
  const all = parts.map(({ facts }) => facts.get(sql) ?? UNKNOWN);
  const [first = UNKNOWN] = all;
  return {
    constant: all.every(({ constant }) => constant === first.constant) ? first.constant : undefined,
    nulls: all.every(({ nulls }) => nulls === first.nulls) ? first.nulls : "some",
    negative: all.some(({ negative }) => negative),
    small: all.every(({ small }) => small),
    dictionary: all.every(({ dictionary }) => dictionary),
  };
}

/** Whether two tables hold the same columns, so that one query can read both. */
export function sameColumns(one: BillTable, other: BillTable): boolean {
  const columnsOf = ({ columns }: BillTable) =>
    columns.map(({ name, sql, type }) => `${name} ${sql} ${type}`).sort();
  return one.format === other.format && columnsOf(one).join("\n") === columnsOf(other).join("\n");
}
