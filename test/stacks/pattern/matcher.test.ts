import { describe, expect, test } from "vitest";
import { combinations } from "./alternatives.ts";
import { examples, refused } from "./examples.ts";
import { InvalidPattern } from "./invalid.ts";
import { matcher } from "./matcher.ts";

describe("a pattern", () => {
  test.each(examples.map((each) => [...each].map((part) => JSON.stringify(part))))(
    "%s of %s: %s",
    (pattern = "", event = "", matches) => {
      expect(matcher(JSON.parse(pattern))(JSON.parse(event))).toBe(matches === "true");
    },
  );

  test.each(refused)("is refused for %s", (_, pattern) => {
    expect(() => matcher(pattern)).toThrow(InvalidPattern);
  });

  test("is refused where it is longer than 2,048 characters", () => {
    const pattern = (length: number) => ({ source: ["x".repeat(length - '{"source":[""]}'.length)] });
    expect(() => matcher(pattern(2048))).not.toThrow();
    expect(() => matcher(pattern(2049))).toThrow("2049 characters");
  });

  test("names a field once: the last time counts", () => {
    const matches = matcher({ a: ["1"], $or: [{ a: ["2"] }, { b: ["3"] }] });
    expect([matches({ a: "1" }), matches({ a: "2" }), matches({ a: "1", b: "3" })]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("has a field `$or` where that is no choice", () => {
    expect(matcher({ $or: ["x"] })({ $or: "x" })).toBe(true);
    expect(() => matcher({ $or: [{ a: ["1"] }] })).toThrow(InvalidPattern);
  });
});

test("combinations are counted as the product of all choices", () => {
  const two = [{ a: ["1"] }, { b: ["1"] }];
  expect(combinations({ source: ["x"], detail: { $or: two } })).toBe(2);
  expect(combinations({ $or: two, detail: { $or: [...two, { $or: two }] } })).toBe(12);
});
