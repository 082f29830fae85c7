import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CrossTally, Tally } from "./tally.ts";

const MOST = 10_000;
const names = Array.from({ length: MOST }, (_, n) => `name ${n}`);

describe("a tally", () => {
  const counted = () => ["b", "a", "c", "b"].reduce((tally, name) => tally.with(name), new Tally());

  test("counts by name, the most frequent first and equal ones by name", () => {
    expect(counted().sorted()).toEqual([
      { name: "b", count: 2 },
      { name: "a", count: 1 },
      { name: "c", count: 1 },
    ]);
    expect([counted().of("b"), counted().of("d"), counted().total]).toEqual([2, 0, 4]);
  });

  test("counts nobody as a name of its own", () => {
    const tally = new Tally<string | null>().with(null).with("a").with(null);
    expect([tally.of(null), tally.of("null")]).toEqual([2, 0]);
  });

  test("counts names that come too late together, and still counts those that it knows", () => {
    const tally = names.reduce((all, name) => all.with(name), new Tally());
    expect(tally.others).toBe(0);
    tally.with("late").with("later").with("late").with("name 7");
    expect([tally.others, tally.of("late"), tally.of("name 7"), tally.sorted().length]).toEqual([
      3,
      0,
      2,
      MOST,
    ]);
    expect(tally.total).toBe(MOST + 4);
  });

  test("of any names is what is there of each, in whatever order they come", () => {
    const some = fc.array(fc.constantFrom("a", "b", "__proto__", "", null));
    fc.assert(
      fc.property(some, (all) => {
        const tally = new Tally<string | null>();
        for (const name of all) tally.add(name);
        expect(tally.total).toBe(all.length);
        const sorted = tally.sorted();
        for (const { name, count } of sorted) expect(count).toBe(all.filter((each) => each === name).length);
        expect(sorted.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        const back = new Tally<string | null>();
        for (const name of all.toReversed()) back.add(name);
        expect(back.sorted()).toEqual(sorted);
      }),
    );
  });
});

describe("a tally by two names", () => {
  test("counts each pair, rows that were counted most first", () => {
    const tally = new CrossTally<string | null, "x" | "y">();
    tally.add("a", "x");
    tally.add(null, "x");
    tally.add(null, "y");
    expect(tally.sorted().map(({ name, counts }) => [name, counts.of("x"), counts.of("y")])).toEqual([
      [null, 1, 1],
      ["a", 1, 0],
    ]);
  });

  test("counts rows that come too late together", () => {
    const tally = new CrossTally<string, "x" | "y">();
    for (const name of names) tally.add(name, "x");
    tally.add("late", "y");
    tally.add("name 3", "y");
    expect(tally.sorted()[0]).toMatchObject({ name: "name 3" });
    expect([tally.sorted().length, tally.others.of("y"), tally.others.total]).toEqual([MOST, 1, 1]);
  });

  test("counts everything once", () => {
    const pair = fc.tuple(fc.constantFrom("a", "b", null), fc.constantFrom("x" as const, "y" as const));
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const tally = new CrossTally<string | null, "x" | "y">();
        for (const [row, column] of pairs) tally.add(row, column);
        for (const [row, column] of pairs) {
          const counts = tally.sorted().find(({ name }) => name === row)?.counts;
          expect(counts?.of(column)).toBe(
            pairs.filter((each) => each[0] === row && each[1] === column).length,
          );
        }
        expect(tally.sorted().reduce((sum, { counts }) => sum + counts.total, 0)).toBe(pairs.length);
      }),
    );
  });
});
