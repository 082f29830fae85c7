import { expect, test } from "vitest";
import { clip, pad, widthOf } from "./width.ts";

test.each([
  ["plain", 5],
  ["推薦", 4],
  ["한국", 4],
  ["e\u0301", 1],
  ["🚀", 2],
  ["👩‍💻", 2],
  ["…", 1],
])("%s takes %i columns", (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test("a wide character is never cut in half", () => {
  expect(clip("推薦システム", 6)).toBe("推薦…");
  expect(pad(clip("推薦システム", 6), 6, "left")).toBe("推薦… ");
});

test("a name that fits is not cut", () => {
  expect(clip("fraud", 5)).toBe("fraud");
});
