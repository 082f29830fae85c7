import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../tags/verdict/judge.ts";
import { figure, left, right, shortened, split, VERDICT_ORDER } from "./tables.ts";

describe("a table", () => {
  const columns = [left("name"), right("count")];
  const rows = (count: number) => Array.from({ length: count }, (_, n) => [`name ${n}`, "1"]);

  test.each([1, 20])("of %i rows shows all of them", (count) => {
    expect(shortened(columns, rows(count))).toEqual({ columns, rows: rows(count) });
  });

  test.each([
    [21, "1 more"],
    [1254, "1,234 more"],
  ])("of %i rows shows twenty and says that there are %s", (count, rest) => {
    expect(shortened(columns, rows(count))?.rows).toEqual([...rows(20), [rest]]);
  });

  test("of no rows is none", () => {
    expect(shortened(columns, [])).toBeNull();
  });
});

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [100_000, "100,000"],
  [1_234_567, "1,234,567"],
])("people read %i as %s", (count, text) => {
  expect(figure(count)).toBe(text);
});

test("names that were counted come apart as they were put together, whatever the second holds", () => {
  fc.assert(
    fc.property(fc.constantFrom("missing", "nova.amazonaws.com"), fc.string(), (one, other) => {
      expect(split(`${one} ${other}`)).toEqual([one, other]);
    }),
  );
});

test("every verdict has its place, and asks for less attention than the one before", () => {
  const every: Record<Verdict, true> = {
    violating: true,
    undecided: true,
    repairable: true,
    exempt: true,
    compliant: true,
  };
  expect(VERDICT_ORDER).toEqual(Object.keys(every));
});
