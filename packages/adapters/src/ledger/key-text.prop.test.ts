import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyInstant, keyText, keyTextOrNone } from "./key-text.ts";

/** Any sequence of UTF-16 units, unpaired surrogates included, often long or made of what is escaped. */
const text = fc.oneof(
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 200 }),
  fc.string({ unit: fc.constantFrom("a", "#", "%", "0", "2", "3", "~"), maxLength: 500 }),
);

describe("a text as a part of a key", () => {
  test("is printable ASCII without a separator, and not too long", () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(keyText(each)).toMatch(/^[\x20-\x22\x24-\x7e]{0,400}$/);
      }),
    );
  });

  test("is unlike every other", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(keyText(one) === keyText(other)).toBe(one === other);
        expect(keyTextOrNone(one)).not.toBe(keyTextOrNone(null));
      }),
    );
  });

  test("is unlike others that begin as it does for long", () => {
    const long = "x".repeat(5000);
    expect(new Set([long, `${long}a`, `${long}b`, "x".repeat(400)].map((each) => keyText(each))).size).toBe(
      4,
    );
  });

  test("stays readable", () => {
    expect(keyText("arn:aws:s3:::models/a b_c-d.e")).toBe("arn:aws:s3:::models/a b_c-d.e");
    expect(keyText("a#ü")).toBe("a%0023%00fc");
  });
});

describe("an instant as a part of a key", () => {
  const instant = fc.integer({ min: -(10 ** 14), max: 9 * 10 ** 14 - 1 });

  test("is ordered as time is", () => {
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        expect(keyInstant(one) < keyInstant(other)).toBe(one < other);
      }),
    );
  });

  test.each([-(10 ** 14) - 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 9 * 10 ** 14])(
    "cannot be %d",
    (each) => {
      expect(() => keyInstant(each)).toThrow(RangeError);
    },
  );
});
