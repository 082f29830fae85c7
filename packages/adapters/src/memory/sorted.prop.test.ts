import fc from "fast-check";
import { expect, test } from "vitest";
import { between, find, insert, remove, type Sorted } from "./sorted.ts";

const key = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 3 });
const changes = fc.array(fc.record({ key, value: fc.option(fc.nat(9)) }), { maxLength: 30 });

test("is a map that knows the order of its keys", () => {
  fc.assert(
    fc.property(changes, key, key, fc.boolean(), fc.nat(5), (all, from, to, descending, limit) => {
      const list: Sorted<number> = { keys: [], values: [] };
      const map = new Map<string, number>();
      for (const change of all) {
        if (change.value === null) {
          remove(list, change.key);
          map.delete(change.key);
        } else {
          insert(list, change.key, change.value);
          map.set(change.key, change.value);
        }
      }
      const within = [...map]
        .filter(([each]) => from <= each && each <= to)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      const ordered = (descending ? within.reverse() : within).map(([, value]) => value);
      expect(between(list, { from, to, descending })).toEqual(ordered);
      expect(between(list, { from, to, descending, limit })).toEqual(ordered.slice(0, limit));
      expect(find(list, from)).toBe(map.get(from));
    }),
  );
});
