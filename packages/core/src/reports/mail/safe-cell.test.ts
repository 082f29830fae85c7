import { expect, test } from "vitest";
import { safeCell } from "./safe-cell.ts";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r1", "＝1"])(
  "%j is no formula any more",
  (name) => {
    expect(safeCell(name)).toBe(`'${name}`);
  },
);

test.each([null, "", "fraud-detection", "exp-1", "a=b", "'=1"])("%j stays as it is", (name) => {
  expect(safeCell(name)).toBe(name);
});
