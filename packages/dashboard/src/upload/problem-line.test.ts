import { expect, test } from "vitest";
import { problemLine } from "./problem-line.ts";

const TEXT = "start,end\r\na,b\r\nc,d\r\ne,f\r\ng,h\r\n";

test("the line that a refusal names is shown among its neighbours", () => {
  const found = problemLine('my:odd.csv:3: there is no pool "x"', "my:odd.csv", TEXT);
  expect(found?.lines.map(({ number, text, isIt }) => [number, text, isIt])).toEqual([
    [1, "start,end", false],
    [2, "a,b", false],
    [3, "c,d", true],
    [4, "e,f", false],
    [5, "g,h", false],
  ]);
});

test("a refusal that names no line of the file shows none", () => {
  for (const detail of [
    "u.csv: there is no row in it",
    "u.csv:99: odd",
    "u.csv:x: odd",
    "other.csv:2: odd",
    "",
  ])
    expect(problemLine(detail, "u.csv", TEXT)).toBeNull();
});
