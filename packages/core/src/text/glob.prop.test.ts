import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { anyGlob, glob } from "./glob.ts";

const pattern = array(constantFrom("a", "b", "B", "é", "😀", "*", "?"), { maxLength: 9 });
const text = array(constantFrom("a", "b", "B", "é", "😀"), { maxLength: 9 });
const runs = { numRuns: 2000 };

/** What a glob means, one character at a time; slow. */
function means([first, ...others]: readonly string[], characters: readonly string[]): boolean {
  if (first === undefined) return characters.length === 0;
  if (first === "*")
    return (
      means(others, characters) || (characters.length > 0 && means([first, ...others], characters.slice(1)))
    );
  return (
    characters.length > 0 && (first === "?" || first === characters[0]) && means(others, characters.slice(1))
  );
}

describe("a glob", () => {
  test("matches what it means", () =>
    assert(
      property(pattern, text, (wanted, given) => {
        expect(glob(wanted.join(""))(given.join(""))).toBe(means(wanted, given));
      }),
      runs,
    ));

  test("matches the same in small letters where case does not count", () =>
    assert(
      property(pattern, text, (wanted, given) => {
        const small = (all: readonly string[]) => all.map((each) => each.toLowerCase());
        expect(glob(wanted.join(""), { ignoreCase: true })(given.join(""))).toBe(
          means(small(wanted), small(given)),
        );
      }),
      runs,
    ));

  test("without wildcards matches itself alone", () =>
    assert(
      property(text, text, (wanted, given) => {
        expect(glob(wanted.join(""))(given.join(""))).toBe(wanted.join("") === given.join(""));
      }),
    ));
});

test("several globs match what any of them matches", () =>
  assert(
    property(array(pattern, { maxLength: 3 }), text, (patterns, given) => {
      const wanted = patterns.map((each) => each.join(""));
      expect(anyGlob(wanted)(given.join(""))).toBe(wanted.some((each) => glob(each)(given.join(""))));
    }),
  ));
