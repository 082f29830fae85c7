import type { RawValue } from "../columns.ts";
import type { Database } from "../database.ts";
import { factsOf } from "./column-facts.ts";
import { fromSlice } from "./grouped-lines.ts";
import type { Slice } from "./part.ts";

/** As many as a byte tells apart. */
const MOST = 255;
/** Rows that are looked at first: those of one row group of many files. */
const SAMPLE = 122_880;
const LISTS = "getvariable('few_values')";

/**
 * The texts of columns that have few: lines are grouped by the place of a text in a list, which is a byte, quicker than by
 * the text. Of what is known already the dictionaries of a Parquet file say that there is nothing else, unread its rows.
 */
export class FewValues {
  readonly #database: Database;
  /** The columns in the order of their lists. */
  readonly #columns: string[] = [];
  readonly #many = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Those of a slice's columns that have few values, each with a list of all, in SQL; the first is NULL. */
  async of(slice: Slice, values: readonly RawValue[]): Promise<ReadonlyMap<string, string>> {
    const few = values
      .filter((value) => isListed(slice, value))
      .map(({ sql }) => sql)
      .filter((sql) => !this.#many.has(sql));
    const added = few.filter((sql) => !this.#columns.includes(sql));
    if (added.length > 0) await this.#learn(`${fromSlice(slice)} WHERE file_row_number < ${SAMPLE}`, added);
    const known = few.filter((sql) => !this.#many.has(sql));
    if (known.length > 0) await this.#learn(fromSlice(slice), known);
    return new Map(known.filter((sql) => !this.#many.has(sql)).map((sql) => [sql, this.#list(sql)]));
  }

  /** Adds to the lists of columns what they lack. */
  async #learn(from: string, columns: readonly string[]): Promise<void> {
    const begun = columns.filter((sql) => !this.#columns.includes(sql));
    const lists = [...this.#columns, ...begun].map((sql) =>
      columns.includes(sql) ? this.#longer(sql, from) : this.#list(sql),
    );
    this.#columns.push(...begun);
    await this.#database.run(`SET VARIABLE few_values = (SELECT [${lists.join(",\n")}])`);
    const counts = await this.#database.rows(
      `SELECT unnest(list_transform(${LISTS}, lambda list: len(list))) AS count`,
    );
    for (const [at, { count }] of counts.entries()) {
      const sql = this.#columns[at];
      if (sql !== undefined && Number(count) > MOST) this.#many.add(sql);
    }
  }

  #longer(sql: string, from: string): string {
    const list = this.#list(sql);
    const lacking = `SELECT DISTINCT ${sql} AS value FROM (SELECT * FROM ${from})
      WHERE NOT list_contains(${list}, ${sql}) LIMIT ${MOST}`;
    return `list_concat(${list}, (SELECT coalesce(list(value), []) FROM (${lacking})))`;
  }

  #list(sql: string): string {
    const place = this.#columns.indexOf(sql);
    return place < 0 ? "[CAST(NULL AS VARCHAR)]" : `${LISTS}[${place + 1}]`;
  }
}

/** Whether dictionaries tell what a column holds. */
function isListed({ parts }: Slice, { sql, type }: RawValue): boolean {
  return type === "VARCHAR" && factsOf(parts, { sql }).dictionary;
}
