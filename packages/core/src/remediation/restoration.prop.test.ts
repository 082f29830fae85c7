import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameValue } from "./fields.ts";
import { restoration } from "./restoration.ts";

const value = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);
const fields = fc.dictionary(fc.constantFrom("a", "b", "c"), value);

test("what is given back is only what we set and what still holds it, and all else stays as it is", () => {
  fc.assert(
    fc.property(fields, fields, fields, (before, ours, now) => {
      const { restore, conflicts } = restoration({ before, ours, now });
      const after = { ...now, ...restore };
      for (const [name, found] of Object.entries(now)) {
        const isOurs = isSameValue(found, ours[name]) && before[name] !== undefined;
        expect(after[name]).toEqual(isOurs ? before[name] : found);
      }
      for (const { field } of conflicts) {
        expect(isSameValue(now[field], ours[field])).toBe(false);
        expect(Object.hasOwn(restore, field)).toBe(false);
      }
      expect(restoration({ before, ours, now: after }).restore).toEqual({});
    }),
  );
});
