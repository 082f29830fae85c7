import { describe, expect, test } from "vitest";
import { itemsAt, type Path, stepsOf, textReader, type View, valueAt } from "./path.ts";
import { makeEvent } from "./testing/make-event.ts";

const view: View = {
  event: makeEvent(),
  request: { name: "a", empty: "", secret: "HIDDEN_DUE_TO_SECURITY_REASONS", number: 7, listed: ["b", "c"] },
  response: {
    set: { item: { id: "x" } },
    sets: {
      items: [
        { id: "x", in: { items: [{ id: "1" }] } },
        { id: "y", in: { items: [{ id: "2" }, { id: "3" }] } },
      ],
    },
    members: { member: ["p", "q"] },
  },
  item: "self",
};

describe("textReader", () => {
  test.each<[string, Path | Path[], string | null]>([
    ["a text", "request.name", "a"],
    ["no empty text", "request.empty", null],
    ["no text that the log hides", "request.secret", null],
    ["a number as text", "request.number", "7"],
    ["the first of a list", "request.listed", "b"],
    ["nothing where nothing is", "request.name.first", null],
    ["no object", "response.set", null],
    ["the item itself", "item", "self"],
    ["the first path that leads somewhere", ["request.nothing", "request.empty", "request.name"], "a"],
    ["nothing where no path does", ["request.nothing", "request.empty"], null],
    ["one item as if it were listed", "response.set.items.id", "x"],
    ["the first of the items", "response.sets.items.id", "x"],
  ])("reads %s", (_, path, text) => {
    expect(textReader(path)(view)).toBe(text);
  });

  test("asks functions too", () => {
    expect(textReader(["request.nothing", () => "asked"])(view)).toBe("asked");
  });
});

describe("itemsAt", () => {
  test.each<[Path, unknown[]]>([
    ["response.sets.items.in.items.id", ["1", "2", "3"]],
    ["response.set.items.id", ["x"]],
    ["response.members.items", ["p", "q"]],
    ["request.name", ["a"]],
    ["request.nothing", []],
  ])("reads all of %s", (path, items) => {
    expect(itemsAt(view, stepsOf(path))).toEqual(items);
  });
});

test("valueAt reads what is there as it is", () => {
  expect(valueAt(view, stepsOf("request.listed"))).toEqual(["b", "c"]);
  expect(valueAt(view, stepsOf("response.sets.items.in"))).toEqual({ items: [{ id: "1" }] });
});
