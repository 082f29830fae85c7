import { describe, expect, test } from "vitest";
import { AT, state } from "../testing/make-subject.ts";
import { replay, type TagChange, UNSEEN } from "./replay.ts";

const change = (facts: Partial<TagChange>): TagChange => ({
  eventId: "e",
  at: AT,
  change: "set",
  tags: {},
  keys: [],
  hiddenTags: [],
  ...facts,
});

describe("replaying changes of tags", () => {
  test("sets, and keeps the others", () => {
    expect(replay(state({ a: "1", b: "1" }), [change({ tags: { b: "2", c: "2" } })])).toEqual(
      state({ a: "1", b: "2", c: "2" }),
    );
  });

  test("removes, where a value is named only that", () => {
    const before = state({ a: "1", b: "1", c: "1" });
    const removal = change({ change: "remove", keys: ["a", "b", "d"], tags: { a: "1", b: "2" } });
    expect(replay(before, [removal])).toEqual(state({ b: "1", c: "1" }));
    expect(replay(before, [change({ change: "remove", keys: ["a"], tags: { a: "" } })])).toEqual(
      state({ b: "1", c: "1" }),
    );
  });

  test("replaces all but the tags of AWS's own", () => {
    expect(
      replay(state({ a: "1", "aws:x": "1" }), [change({ change: "replace", tags: { b: "2" } })]),
    ).toEqual(state({ "aws:x": "1", b: "2" }));
  });

  test("goes by time, then by id, whatever the order of delivery", () => {
    const changes = [
      change({ eventId: "2", at: AT + 1, tags: { a: "late" } }),
      change({ eventId: "b", tags: { a: "b" } }),
      change({ eventId: "a", tags: { a: "a" } }),
    ];
    expect(replay(UNSEEN, changes.slice(1)).tags).toEqual({ a: "b" });
    expect(replay(UNSEEN, changes).tags).toEqual({ a: "late" });
    expect(replay(UNSEEN, changes.toReversed())).toEqual(replay(UNSEEN, changes));
  });

  test("keeps the order of what one call did", () => {
    const removal = change({ change: "remove", keys: ["a"] });
    expect(replay(UNSEEN, [removal, change({ tags: { a: "1" } })]).tags).toEqual({ a: "1" });
  });

  test("knows of a resource that it has not seen only what was touched", () => {
    expect(replay(UNSEEN, [change({ tags: { a: "1" }, hiddenTags: ["b"] })])).toEqual({
      tags: { a: "1" },
      hidden: ["b"],
      known: new Set(["a", "b"]),
    });
    expect(replay(UNSEEN, [change({ change: "remove", keys: ["a"] })]).known).toEqual(new Set(["a"]));
    expect(replay(UNSEEN, [change({ change: "replace" })]).known).toBe("all");
  });

  test("takes a value that the log hides for one that is not known", () => {
    const hidden = replay(state({ a: "1" }), [change({ hiddenTags: ["a"] })]);
    expect(hidden).toEqual(state({}, { hidden: ["a"] }));
    expect(replay(hidden, [change({ tags: { a: "2" } })])).toEqual(state({ a: "2" }));
    expect(replay(hidden, [change({ change: "remove", keys: ["a"] })])).toEqual(state({}));
  });

  test("keeps a tag called __proto__ a tag", () => {
    const tags = Object.fromEntries([["__proto__", "1"]]);
    const after = replay(replay(UNSEEN, [change({ tags })]), [change({ tags: { a: "2" } })]);
    expect(Object.entries(after.tags)).toEqual([
      ["__proto__", "1"],
      ["a", "2"],
    ]);
  });
});
