import type { RawValue } from "../columns.ts";
import type { Database } from "../database.ts";
import { factsOf } from "./column-facts.ts";
import { fromSlice } from "./grouped-lines.ts";
import type { Slice } from "./part.ts";

/** As many as a byte tells apart. */
const MOST = 255;
/** Rows that are looked at first. */
const SAMPLE = 4096;
/** A list for each column; NULL stands first in all. */
const LISTS = "getvariable('few_values')";

/**
 * The texts of columns that have few: lines are grouped by the place of a text in a list, which is a byte, quicker than by
 * the text. That there are no others than those of a list the dictionaries of a Parquet file tell, its rows unread.
 */
export class FewValues {
  readonly #database: Database;
  /** The columns in the order of their lists. */
  #columns: readonly string[] = [];
  readonly #many = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Those of a slice's columns that have few texts, each with a list of all that it has, in SQL. */
  async of(slice: Slice, values: readonly RawValue[]): Promise<ReadonlyMap<string, string>> {
    const told = values.filter((value) => isTold(slice, value)).map(({ sql }) => sql);
    await this.#sample(
      slice,
      told.filter((sql) => !this.#columns.includes(sql)),
    );
    await this.#complete(
      slice,
      told.filter((sql) => !this.#many.has(sql)),
    );
    return new Map(told.filter((sql) => !this.#many.has(sql)).map((sql) => [sql, this.#list(sql)]));
  }

  /** Begins the lists of columns with what the first rows have. */
  async #sample(slice: Slice, columns: readonly string[]): Promise<void> {
    if (columns.length === 0) return;
    const known = this.#columns.map((sql) => this.#list(sql));
    const begun = columns.map(
      (sql) => `list_concat([CAST(NULL AS VARCHAR)], list(DISTINCT ${sql}) FILTER (${sql} IS NOT NULL))`,
    );
    const from = `(SELECT ${columns.join(", ")} FROM ${fromSlice(slice)} LIMIT ${SAMPLE})`;
    await this.#keep(
      [...this.#columns, ...columns],
      `SELECT [${[...known, ...begun].join(",\n")}] FROM ${from}`,
    );
  }

  /** Adds to the lists of columns what they lack. */
  async #complete(slice: Slice, columns: readonly string[]): Promise<void> {
    if (columns.length === 0) return;
    const lists = this.#columns.map((sql) => {
      const list = this.#list(sql);
      const lacking = `SELECT DISTINCT ${sql} AS text FROM ${fromSlice(slice)}
        WHERE NOT list_contains(${list}, ${sql}) LIMIT ${MOST}`;
      return columns.includes(sql) ? `list_concat(${list}, (SELECT list(text) FROM (${lacking})))` : list;
    });
    await this.#keep(this.#columns, `SELECT [${lists.join(",\n")}]`);
  }

  async #keep(columns: readonly string[], lists: string): Promise<void> {
    await this.#database.run(`SET VARIABLE few_values = (${lists})`);
    this.#columns = columns;
    const counted = await this.#database.rows(
      `SELECT unnest(list_transform(${LISTS}, lambda list: len(list))) AS count`,
    );
    for (const [at, { count }] of counted.entries()) {
      const sql = this.#columns[at];
      if (sql !== undefined && Number(count) > MOST) this.#many.add(sql);
    }
  }

  #list(sql: string): string {
    return `${LISTS}[${this.#columns.indexOf(sql) + 1}]`;
  }
}

/** Whether dictionaries tell what texts a column has. */
function isTold({ parts }: Slice, { sql, type }: RawValue): boolean {
  return type === "VARCHAR" && factsOf(parts, { sql }).dictionary;
}
