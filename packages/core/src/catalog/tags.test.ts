import { describe, expect, test } from "vitest";
import type { TagShape } from "./row.ts";
import { joinTags, NO_TAGS, readTags } from "./tags.ts";

const VISION = { team: "vision" };

describe("readTags", () => {
  test.each<[string, unknown, TagShape, Record<string, string>]>([
    ["a list of keys and values", [{ key: "team", value: "vision" }], "list", VISION],
    ["a list in capitals", [{ Key: "team", Value: "vision" }], "list", VISION],
    ["the keys of KMS", [{ tagKey: "team", tagValue: "vision" }], "list", VISION],
    ["the keys of KMS in capitals", [{ TagKey: "team", TagValue: "vision" }], "list", VISION],
    [
      "a list with more than keys and values",
      [{ key: "team", value: "vision", propagateAtLaunch: true, resourceId: "g" }],
      "list",
      VISION,
    ],
    ["a single object instead of a list", { Key: "team", Value: "vision" }, "list", VISION],
    ["a wrapped list", { items: [{ key: "team", value: "vision" }] }, "list", VISION],
    ["a wrapped single", { Tag: { Key: "team", Value: "vision" } }, "list", VISION],
    ["members of XML", { member: [{ key: "team", value: "vision" }] }, "list", VISION],
    ["a map", { team: "vision" }, "map", VISION],
    ["a map whose keys are those of a list", { key: "a", value: "b" }, "map", { key: "a", value: "b" }],
    ["a list where a map is expected", [{ key: "team", value: "vision" }], "map", VISION],
    ["numbered tags of XML", [{ tag: 1, Key: "team", Value: "vision" }], "list", VISION],
    ["booleans as the texts that they were", [{ Key: "keep", Value: true }], "list", { keep: "true" }],
    ["numbers as the texts that they were", { ttl: 7 }, "map", { ttl: "7" }],
    ["keys that became numbers", [{ Key: 2026, Value: "x" }], "list", { "2026": "x" }],
    ["no value as an empty one", [{ key: "team" }, { key: "a", value: null }], "list", { team: "", a: "" }],
    [
      "the last of two values",
      [
        { key: "team", value: "a" },
        { key: "team", value: "vision" },
      ],
      "list",
      VISION,
    ],
    [
      "a key that objects keep for themselves",
      JSON.parse('{"__proto__": "x"}'),
      "map",
      JSON.parse('{"__proto__": "x"}'),
    ],
  ])("reads %s", (_, value, shape, tags) => {
    const read = readTags(value, shape);
    expect(Object.entries(read.tags)).toEqual(Object.entries(tags));
    expect(read.hidden).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["of EC2", [{ resourceType: "instance", tags: [{ key: "team", value: "vision" }] }]],
    [
      "as XML writes one",
      { ResourceType: "instance", tag: 1, Tag: { tag: 1, Key: "team", Value: "vision" } },
    ],
    [
      "as XML writes several",
      [
        { ResourceType: "instance", tag: 1, Tag: [{ Key: "team", Value: "vision" }] },
        { ResourceType: "volume", Tag: { Key: "team", Value: "nlp" } },
      ],
    ],
    ["without a type", [{ tags: [{ key: "team", value: "vision" }] }]],
  ])("reads specifications %s", (_, value) => {
    expect(readTags(value, "specifications", "instance")).toEqual({ tags: VISION, hidden: [] });
  });

  test("reads no specification of another type", () => {
    const value = [{ resourceType: "volume", tags: [{ key: "team", value: "vision" }] }];
    expect(readTags(value, "specifications", "instance")).toEqual(NO_TAGS);
  });

  test.each<[string, unknown, TagShape, readonly string[]]>([
    ["one value", [{ key: "team", value: "HIDDEN_DUE_TO_SECURITY_REASONS" }], "list", ["team"]],
    ["a starred value", { team: "****" }, "map", ["team"]],
    ["a value that is no text", { team: { a: 1 } }, "map", ["team"]],
    ["all tags", "HIDDEN_DUE_TO_SECURITY_REASONS", "list", ["*"]],
    ["all tags of a type", ["HIDDEN_DUE_TO_SECURITY_REASONS"], "specifications", ["*"]],
  ])("does not know %s that the log hides", (_, value, shape, hidden) => {
    expect(readTags(value, shape, "instance")).toEqual({ tags: {}, hidden });
  });

  test.each([
    [undefined],
    [null],
    [[]],
    [{}],
    [""],
    ["team"],
    [7],
    [[null, 7, "team"]],
    [{ key: "", value: "x" }],
  ])("finds no tags in %j", (value) => {
    expect(readTags(value, "list").tags).toEqual({});
  });

  test("stops where nothing sensible can follow", () => {
    let value: unknown = { key: "team", value: "x" };
    for (let depth = 0; depth < 100_000; depth++) value = depth % 2 === 0 ? [value] : { items: value };
    expect(readTags(value, "list").tags).toEqual({});
  });
});

describe("joinTags", () => {
  test("lets later tags count", () => {
    const left = { tags: { a: "1", b: "1" }, hidden: ["x"] };
    expect(joinTags(left, { tags: { b: "2" }, hidden: ["y"] })).toEqual({
      tags: { a: "1", b: "2" },
      hidden: ["x", "y"],
    });
    expect(joinTags(left, NO_TAGS)).toBe(left);
    expect(joinTags(NO_TAGS, left)).toBe(left);
  });
});
