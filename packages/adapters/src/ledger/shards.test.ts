import fc from "fast-check";
import { expect, test } from "vitest";
import { SHARDS, shardedBy, shardPartition } from "./shards.ts";

test("everything stands in one of the parts that are read", () => {
  const parts = SHARDS.map((shard) => shardPartition("DUE", shard));
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => parts.includes(shardedBy("DUE", text))));
});

test("names that are much alike are spread", () => {
  const names = Array.from({ length: 8000 }, (_, index) => `arn:aws:s3:::models-${index}`);
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(shardedBy("DUE", name), (sizes.get(shardedBy("DUE", name)) ?? 0) + 1);
  expect([...sizes.values()].filter((size) => size > 700 && size < 1300)).toHaveLength(SHARDS.length);
});

test("what is stored is found by every later version", () => {
  expect(["", "a", "arn:aws:s3:::models", "\ud800"].map((text) => shardedBy("DUE", text))).toEqual([
    "DUE#0",
    "DUE#3",
    "DUE#0",
    "DUE#1",
  ]);
});
