import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { columnOf, valueAt } from "./columnar.ts";

test("every row has its value back", () =>
  assert(
    property(array(constantFrom(null, "", "a", 0, 1, "1")), (rows) => {
      const column = columnOf(rows);
      expect(new Set(column.values).size).toBe(column.values.length);
      expect(rows.map((_, row) => valueAt(column, row))).toEqual(rows);
    }),
  ));

test("what all rows share stands once", () => {
  expect(columnOf(["a", "a"])).toEqual({ values: ["a"] });
  expect(columnOf([])).toEqual({ values: [] });
});
