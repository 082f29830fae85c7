import fc from "fast-check";
import { expect, test } from "vitest";
import { RecentTexts } from "./recent.ts";

const LIMIT = 100_000;

test("a text is known from the second time on", () => {
  const seen = new RecentTexts();
  expect(["a", "b", "a", "a", "", ""].map((text) => seen.isAgain(text))).toEqual([
    false,
    false,
    true,
    true,
    false,
    true,
  ]);
});

test("a text is still known after a hundred thousand others less one, and what was shown long ago is forgotten", () => {
  const seen = new RecentTexts();
  const show = (from: number, to: number) => {
    for (let n = from; n < to; n++) seen.isAgain(`text ${n}`);
  };
  show(0, LIMIT);
  expect(seen.isAgain("text 0")).toBe(true);
  show(LIMIT, 2 * LIMIT - 1);
  expect(seen.isAgain("text 0")).toBe(true);
  show(2 * LIMIT, 4 * LIMIT);
  expect(seen.isAgain("text 1")).toBe(false);
});

test("what comes again and again is never forgotten", () => {
  const seen = new RecentTexts();
  seen.isAgain("often");
  let known = true;
  for (let n = 0; n < 5 * LIMIT; n++) {
    seen.isAgain(`text ${n}`);
    if (n % (LIMIT / 2) === 0) known &&= seen.isAgain("often");
  }
  expect(known).toBe(true);
});

test("texts that differ little are not taken for each other", () => {
  const seen = new RecentTexts();
  const alike = Array.from(
    { length: 4 * LIMIT },
    (_, n) => `["00000000-0000-4000-8000-${n}","CreateQueue",${n % 7}]`,
  );
  expect(alike.filter((text) => seen.isAgain(text))).toEqual([]);
});

test("of any texts those are known that were shown before", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 4 })), (texts) => {
      const seen = new RecentTexts();
      expect(texts.map((text) => seen.isAgain(text))).toEqual(
        texts.map((text, index) => texts.indexOf(text) < index),
      );
    }),
  );
});
