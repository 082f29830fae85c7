import { expect, test } from "vitest";
import { differenceLines } from "./difference-text.ts";

test("a snapshot in which no total differs says so of totals, since nobody is what a row is called", () => {
  expect(differenceLines({ since: "5f0c6a1de2b7493c", teams: [] }, "USD", 100)).toEqual([
    "  no total differs from that in 5f0c6a1de2b7",
  ]);
});
