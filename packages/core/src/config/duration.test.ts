import { expect, test } from "vitest";
import { millisecondsOf } from "./duration.ts";

test.each([
  ["90s", 90_000],
  ["30m", 1_800_000],
  ["2h", 7_200_000],
  ["400d", 34_560_000_000],
])("%s is %i milliseconds", (duration, milliseconds) => {
  expect(millisecondsOf(duration)).toBe(milliseconds);
});

test.each(["", "1", "h", "1w", "1.5h", "-1h", "1h ", "1constructor"])("%j is no duration", (text) => {
  expect(() => millisecondsOf(text)).toThrow(RangeError);
});
