import { describe, expect, test } from "vitest";
import { anyGlob, glob } from "./glob.ts";

describe("a glob", () => {
  test.each([
    ["p5", "p5"],
    ["p5.*", "p5.48xlarge"],
    ["p5*", "p5"],
    ["*:p5.*", "EUC1-BoxUsage:p5.48xlarge"],
    ["*TimedStorage*", "EUC1-TimedStorage-ByteHrs"],
    ["p?", "p5"],
    ["p?.*", "p5.48xlarge"],
    ["?", "😀"],
    ["*?", "ab"],
    ["a*b*c", "a--b-b--c"],
    ["*", ""],
    ["**", ""],
    ["**", "any"],
    ["", ""],
    ["a.c", "a.c"],
    ["(a|b)[c]+$", "(a|b)[c]+$"],
  ])("%j matches %j", (pattern, text) => {
    expect(glob(pattern)(text)).toBe(true);
  });

  test.each([
    ["p5", "p5.48xlarge"],
    ["p5", "P5"],
    ["p5.*", "xp5.48xlarge"],
    ["p?", "p"],
    ["p?", "p55"],
    ["??", "😀"],
    ["?*", ""],
    ["", "a"],
    ["a.c", "abc"],
    ["a*b*c", "a--c--b"],
    ["(a|b)", "a"],
  ])("%j does not match %j", (pattern, text) => {
    expect(glob(pattern)(text)).toBe(false);
  });

  test("takes letters of either case for the same where case does not count", () => {
    expect(glob("AMAZON*", { ignoreCase: true })("AmazonEC2")).toBe(true);
    expect(glob("amazonec2", { ignoreCase: true })("AmazonEC2")).toBe(true);
  });

  test("of many stars takes no longer than pattern times text", () => {
    expect(glob(`${"*a".repeat(200)}b`)("a".repeat(20_000))).toBe(false);
  });
});

describe("several globs", () => {
  test("match what one of them matches", () => {
    const matcher = anyGlob(["p5.*", "g?.*"]);
    expect(["p5.large", "g6.large", "m5.large"].map(matcher)).toEqual([true, true, false]);
  });

  test("of none match nothing", () => {
    expect(anyGlob([])("")).toBe(false);
  });
});
