import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, encode } from "./codec.ts";

const leaf = fc.oneof(
  fc.bigInt(),
  fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
  fc.string({ unit: fc.constantFrom("#", "1", "-", "a", '"', "\\", "\ud800") }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie("value")),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("__proto__", "#1", "toJSON")), tie("value")),
  ),
}));

test("reads what it wrote", () => {
  fc.assert(
    fc.property(value, (each) => {
      expect(decode(encode(each))).toEqual(each);
    }),
  );
});

test("keeps integers apart from texts that look like them", () => {
  expect(encode({ amount: 5n, tag: "#1" })).toBe('{"amount":"#5","tag":"##1"}');
});
