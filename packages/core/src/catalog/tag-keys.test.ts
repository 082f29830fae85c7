import { expect, test } from "vitest";
import { readKeys } from "./tag-keys.ts";

test.each([
  ["a list of keys", ["team", "project"], ["team", "project"]],
  ["a single key", "team", ["team"]],
  ["tags", [{ key: "team", value: "vision" }, { Key: "project" }], ["team", "project"]],
  ["a single tag", { tagKey: "team" }, ["team"]],
  ["a wrapped list", { items: ["team", { key: "project" }] }, ["team", "project"]],
  ["keys that became numbers", [2026], ["2026"]],
  ["nothing", undefined, []],
  ["what is no key", [null, {}, [["team"]], { key: { a: 1 } }, ""], []],
])("reads %s", (_, value, keys) => {
  expect(readKeys(value)).toEqual(keys);
});
