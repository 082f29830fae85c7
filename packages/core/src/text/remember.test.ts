import { expect, test } from "vitest";
import { remember } from "./remember.ts";

test("computes once for each text while it is in use, and forgets what is not", () => {
  const computed: string[] = [];
  const twice = remember((text: string, by: number) => {
    computed.push(text);
    return `${text}${by}`;
  }, 4);
  expect([twice("a", 1), twice("a", 1), twice("b", 1)]).toEqual(["a1", "a1", "b1"]);
  expect(computed).toEqual(["a", "b"]);
  for (const text of ["c", "a", "d", "e", "a"]) twice(text, 1);
  expect(computed).toEqual(["a", "b", "c", "d", "e"]);
  twice("b", 1);
  expect(computed).toEqual(["a", "b", "c", "d", "e", "b"]);
});

test("remembers that the answer was no", () => {
  let asked = 0;
  const never = remember(() => {
    asked++;
    return false;
  }, 10);
  expect([never("a"), never("a"), asked]).toEqual([false, false, 1]);
});
