import { expect, test } from "vitest";
import { isOver, lookAmong } from "./described.ts";
import { tagMap } from "./tag-map.ts";

test("what is described in a state that is as good as gone is absent, as is what is not described", () => {
  const found = [
    { key: "i-1", tags: { a: "1" }, state: "stopped" },
    { key: "i-2", tags: { a: "1" }, state: "terminated" },
  ];
  expect(["i-1", "i-2", "i-3"].map((key) => lookAmong(found, key, "ec2:instance"))).toEqual([
    { tags: { a: "1" } },
    { miss: "absent" },
    { miss: "absent" },
  ]);
});

test("states are the same however they are written", () => {
  expect(isOver("ec2:vpc-endpoint", "Deleted")).toBe(true);
  expect(isOver("ec2:vpc-endpoint", undefined)).toBe(false);
});

test("tags are read in either casing, and half a tag is none", () => {
  const tags = tagMap([
    { Key: "a", Value: "1" },
    { key: "__proto__", value: "2" },
    { Key: "b" },
    { Value: "3" },
  ]);
  expect(Object.entries(tags)).toEqual([
    ["a", "1"],
    ["__proto__", "2"],
    ["b", ""],
  ]);
});
