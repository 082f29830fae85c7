import { expect, test } from "vitest";
import { dayWords, momentWords, monthBefore, monthWords } from "./dates.ts";
import { documentTitle } from "./document-title.ts";
import { visible } from "./visible.ts";
import { countWords } from "./words.ts";

test("months and moments read as people say them, in UTC", () => {
  expect(monthWords("2026-09")).toBe("September 2026");
  expect(monthWords("soon")).toBe("soon");
  expect(momentWords("2026-05-03T23:59:59.000Z")).toEqual({ day: "3 May 2026", clock: "23:59:59" });
  expect(momentWords("never")).toEqual({ day: "never", clock: "" });
});

test("the month before a month may be of another year", () => {
  expect([monthBefore("2026-09"), monthBefore("2026-01"), monthBefore("soon")]).toEqual([
    "2026-08",
    "2025-12",
    "soon",
  ]);
  expect(dayWords("2026-09", 3)).toBe("3 September");
});

test("counts have their noun", () => {
  expect([countWords(1, "input"), countWords(1200, "input")]).toEqual(["1 input", "1,200 inputs"]);
});

test("the tab says what is shown, the most telling first", () => {
  const shown = { view: "costs", period: "2026-09", team: "vision", resource: null } as const;
  expect(documentTitle(shown)).toBe("vision, September 2026 – Tagledger");
  expect(documentTitle({ ...shown, view: "shared" })).toBe(
    "Shared costs, vision, September 2026 – Tagledger",
  );
  expect(documentTitle({ ...shown, view: "resources", resource: "i-0abc" })).toBe("i-0abc – Tagledger");
  expect(documentTitle({ view: "costs", period: null, team: null, resource: null })).toBe("Tagledger");
});

test("nothing hides in a name", () => {
  expect(visible("a\u202eb\u0000\tc\u200d")).toBe("a\\u{202e}b\\u{0}\\tc\u200d");
});
