import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRow } from "./csv-row.ts";

test.each<[string, (string | null)[], string]>([
  ["plain values stand as they are", ["a", "b c", "ü"], "a,b c,ü\n"],
  ["a missing value is an empty cell, an empty text is quoted", [null, "", null], ',"",\n'],
  ["separators and line ends are quoted", ["a,b", "c\nd", "e\rf"], '"a,b","c\nd","e\rf"\n'],
  ["quotes are doubled", ['say "a"'], '"say ""a"""\n'],
  ["outer spaces are quoted, which some readers would drop", [" a", "a ", "\ta"], '" a","a ","\ta"\n'],
])("%s", (_, values, row) => {
  expect(csvRow(values)).toBe(row);
});

test("whatever is written reads back the same", () => {
  const odd = fc.constantFrom('"', ",", "\n", "\r", " ", "a");
  const text = fc.oneof(fc.string({ unit: odd, maxLength: 6 }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.array(fc.option(text), { minLength: 1 }), (values) => {
      expect(read(csvRow(values))).toEqual(values);
    }),
  );
});

/** Reads one row as RFC 4180 has it, character by character; a cell is null where it is empty and not quoted. */
function read(row: string): (string | null)[] {
  const cells: (string | null)[] = [];
  let at = 0;
  while (at < row.length) {
    let cell: string | null = null;
    if (row[at] === '"') {
      cell = "";
      for (at++; row[at] !== '"' || row[at + 1] === '"'; at++) {
        if (row[at] === '"') at++;
        cell += row[at];
      }
      at++;
    } else {
      for (; row[at] !== "," && row[at] !== "\n"; at++) cell = (cell ?? "") + row[at];
    }
    cells.push(cell);
    expect([",", "\n"]).toContain(row[at]);
    at++;
  }
  return cells;
}
