import { expect, test } from "vitest";
import { visible } from "../../../text/visible.ts";
import { shortFraction } from "./fraction.ts";
import { filterWords, groupWords, methodWords, monthWords } from "./words.ts";

test("a billing month is said as people say it", () => {
  expect([monthWords("2026-09"), monthWords("2026-13"), monthWords("Q3")]).toEqual([
    "September 2026",
    "2026-13",
    "Q3",
  ]);
});

test("a pool's method names its metrics and their weights", () => {
  expect(methodWords({ method: "even", metric: null })).toBe("even");
  expect(methodWords({ method: "usage", metric: { reads: "1", writes: "5" } })).toBe(
    "usage: reads × 1 + writes × 5",
  );
});

test("groups and filters are said in words", () => {
  expect([groupWords([]), groupWords(["team"]), groupWords(["team", "project", "workload"])]).toEqual([
    "All teams together",
    "By team",
    "By team, project and workload",
  ]);
  expect(filterWords({ team: ["fraud", ""], environment: ["dev"] })).toBe(
    "team fraud or none, environment dev",
  );
});

test("a long fraction keeps its first digits", () => {
  expect(shortFraction({ n: 1n, d: 3n })).toBe("1/3");
  expect(shortFraction({ n: 123_456_789n, d: 9_876_543n })).toBe("123456…/9876543");
});

test("what a name hides becomes visible, while scripts and emoji stay whole", () => {
  expect(visible("a\u0000b\tc\u202ed\u200be\ud800")).toBe("a\\u{0}b\\tc\\u{202e}d\\u{200b}e\\u{d800}");
  expect(visible("مشروع 推薦 👩‍💻 é")).toBe("مشروع 推薦 👩‍💻 é");
});
