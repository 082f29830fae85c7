import { describe, expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

describe("nearest", () => {
  test.each([
    ["a wrong letter", "grase", ["mode", "grace", "deadline"], "grace"],
    ["a missing letter", "enforcment", ["enforcement", "environments"], "enforcement"],
    ["swapped neighbours", "naem", ["name", "team"], "name"],
    ["another case", "TimeZone", ["timeZone", "timezones"], "timeZone"],
    ["a word that is there", "team", ["team", "teams"], "team"],
    ["the nearest of several", "metrics", ["metro", "metric"], "metric"],
    ["of two equally near the first by code unit", "bat", ["cat", "Cat", "hat"], "Cat"],
  ])("finds %s", (_, word, candidates, found) => {
    expect(nearest(word, candidates)).toBe(found);
  });

  test.each([
    ["a word unlike any", "frobnicate", ["pools", "teams"]],
    ["another word of two letters", "ox", ["of", "to"]],
    ["nothing", "", ["of"]],
    ["a word among no candidates", "pools", []],
  ])("finds nothing for %s", (_, word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });

  test("asks nothing of the order of the candidates", () => {
    expect(nearest("bat", ["hat", "cat"])).toBe(nearest("bat", ["cat", "hat"]));
  });
});

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["", "abc", 3],
    ["team", "taem", 1],
    ["kitten", "sitting", 3],
  ])("from %j to %j is %i", (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });
});
