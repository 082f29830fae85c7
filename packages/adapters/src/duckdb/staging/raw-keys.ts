import type { ColumnSource } from "../../bills/format.ts";
import { columnFor, type RawValue, rawTexts, textOf } from "../columns.ts";
import { literal } from "../database.ts";
import { factsOf } from "./column-facts.ts";
import { type Slice, typesOf } from "./part.ts";

/** What lines are grouped by: values as the bill holds them, which are made texts of only afterwards. */
export class RawKeys {
  readonly #slice: Slice;
  readonly #lists: ReadonlyMap<string, string>;
  /** By what each is worked out from. */
  readonly #keys = new Map<string, { readonly name: string; readonly type: string }>();

  /** @param lists of the columns that have few texts, all of them, by column: a key is the place of a text there */
  constructor(slice: Slice, lists: ReadonlyMap<string, string> = new Map()) {
    this.#slice = slice;
    this.#lists = lists;
  }

  /** The keys, as a list of columns. */
  get selected(): string[] {
    return [...this.#keys].map(([sql, { name }]) => {
      const list = this.#lists.get(sql);
      return `${list === undefined ? sql : `CAST(list_position(${list}, ${sql}) AS UTINYINT)`} AS ${name}`;
    });
  }

  /** What lines are grouped by, of each line. */
  get values(): RawValue[] {
    return [...this.#keys].map(([sql, { type }]) => ({ sql, type }));
  }

  /** The text of a canonical column, of grouped lines. */
  text(source: ColumnSource): string {
    const { table } = this.#slice.parts[0];
    const { of } = source;
    const types = typesOf(this.#slice);
    if (of !== undefined && !of.some((type) => types.has(type))) return "''";
    const values = rawTexts(table, source).map((value) =>
      of === undefined ? value : { ...value, sql: this.#onlyOf(of, value) },
    );
    return this.first(values, source.digits);
  }

  /** The text of the first of some values that is given, of grouped lines. */
  first(values: readonly RawValue[], digits?: number): string {
    const [only, ...others] = values;
    const list = only === undefined || others.length > 0 ? undefined : this.#lists.get(only.sql);
    // Few texts are looked at, not one for each group.
    if (only !== undefined && list !== undefined)
      return at(
        `list_transform(${list}, lambda text: ${textOf([{ sql: "text", type: "VARCHAR" }])})`,
        this.#name(only),
      );
    return textOf(
      values.map((value) => ({ ...value, sql: this.key(value) })),
      digits,
    );
  }

  /** A value, of grouped lines. */
  key({ sql, type }: RawValue): string {
    const { constant } = factsOf(this.#slice.parts, { sql });
    if (constant === null) return "CAST(NULL AS VARCHAR)";
    if (constant !== undefined && type === "VARCHAR") return literal(constant);
    const list = this.#lists.get(sql);
    const name = this.#name({ sql, type });
    return list === undefined ? name : at(list, name);
  }

  #name({ sql, type }: RawValue): string {
    const { name } = this.#keys.get(sql) ?? { name: `key_${this.#keys.size}` };
    this.#keys.set(sql, { name, type });
    return name;
  }

  #onlyOf(types: readonly string[], { sql }: RawValue): string {
    const { table } = this.#slice.parts[0];
    const column = columnFor(table, table.format.texts.find(isLineType)?.from ?? []);
    if (column === undefined) return sql;
    return `CASE WHEN ${column.sql} IN (${types.map(literal).join(", ")}) THEN ${sql} END`;
  }
}

/** The text at a place of a list. */
function at(list: string, place: string): string {
  return `list_extract(${list}, coalesce(${place}, error('a text is not listed')))`;
}

/** Whether a canonical column is what the format calls the type of a line. */
export function isLineType({ name }: ColumnSource): boolean {
  return name === "line_item_type" || name === "charge_category";
}
