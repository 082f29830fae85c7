/** What a column may hold. */
export type ColumnValue = string | number | null;

/** One fact of many rows: each different value once, and which of them each row has. */
export interface Column<Value extends ColumnValue = ColumnValue> {
  readonly values: readonly Value[];
  /** For each row the place of its value, from 0; absent where all rows have the same. */
  readonly at?: readonly number[];
}

/**
 * Writes a fact of many rows as a column; the same values always give the same column.
 *
 * @example columnOf(["a", "b", "a"]) // { values: ["a", "b"], at: [0, 1, 0] }
 */
export function columnOf<Value extends ColumnValue>(rows: readonly Value[]): Column<Value> {
  const places = new Map<Value, number>();
  const at: number[] = [];
  let last: Value | undefined;
  let place = 0;
  for (const value of rows) {
    // Rows that stand together mostly say the same.
    if (value !== last || at.length === 0) {
      place = places.get(value) ?? places.size;
      places.set(value, place);
      last = value;
    }
    at.push(place);
  }
  const values = [...places.keys()];
  return values.length > 1 ? { values, at } : { values };
}

/** Reads the value that a row has. */
export function valueAt<Value extends ColumnValue>(
  { values, at }: Column<Value>,
  row: number,
): Value | undefined {
  return values[at === undefined ? 0 : (at[row] ?? -1)];
}
