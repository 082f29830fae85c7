import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRow } from "./csv-row.ts";
import { csvText, plainText } from "./csv-text.ts";

const SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n", "'", " ", "＝", "a", "1", '"', ","];
const hostile = array(constantFrom(...SIGNS), { maxLength: 6 }).map((signs) => signs.join(""));

describe("a name that looks like a formula", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1",
    "-2+3+cmd|' /C calc'!A0",
  ])("begins with an apostrophe: %j", (text) => expect(csvText(text)).toBe(`'${text}`));

  test("is never the beginning of a cell, whatever it is made of", () =>
    assert(
      property(hostile, (text) => {
        expect(csvText(text)).not.toMatch(/^\s*[=+\-@＝]/);
      }),
    ));

  test("reads back as it was", () =>
    assert(
      property(hostile, string(), (text, other) => {
        expect(plainText(csvText(text))).toBe(text);
        expect(plainText(csvText(other))).toBe(other);
      }),
    ));
});

test("what is no formula stays as it is", () => {
  for (const text of ["", "vision", "a=b", "it's", "'quoted'", "1", null]) expect(csvText(text)).toBe(text);
});

test("a row of hostile names has as many cells as it should", () => {
  expect(csvRow(['=1,"', "a\nb"].map(csvText))).toBe('"\'=1,""","a\nb"\n');
});
