import { expect, test } from "vitest";
import { tagHistories } from "./tag-history.ts";

test("tags are told by key, keys as they came, values as they changed", () => {
  const tag = (key: string, value: string, since: string) => ({ key, value, hidden: false, since });
  const told = tagHistories([tag("b", "1", "t1"), tag("a", "2", "t2"), tag("b", "3", "t3")]);
  expect(told.map(({ key, values }) => [key, values.map(({ value }) => value)])).toEqual([
    ["b", ["1", "3"]],
    ["a", ["2"]],
  ]);
});
