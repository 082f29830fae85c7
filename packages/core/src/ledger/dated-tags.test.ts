import { describe, expect, test } from "vitest";
import { courseOf } from "../tags/lifecycle/course.ts";
import { datedTags } from "./dated-tags.ts";
import type { Fact } from "./fact.ts";
import { onlyLife } from "./testing/lives.ts";
import { makeCreated, makeTagged, START } from "./testing/records.ts";

/** Dated tags in short: `+1 key=value`, `+1 key gone`, `+1 key hidden`. */
function dated(...facts: Fact[]): string[] {
  return datedTags(courseOf(onlyLife(...facts))).map(({ key, value, hidden, since }) => {
    const what = value === null ? ` ${hidden ? "hidden" : "gone"}` : `=${value}`;
    return `+${since - START} ${key}${what}`;
  });
}

type Tagged = Parameters<typeof makeTagged>[0];

const created = (given: Parameters<typeof makeCreated>[0] = {}) => makeCreated({ tags: {}, ...given });
const change = (after: number, given: Tagged) =>
  makeTagged({ at: START + after, eventId: `event-${after}`, tags: {}, ...given });

describe("a tag is dated", () => {
  test.each<[string, Fact[], string[]]>([
    ["from the creation, keys in their order", [created({ tags: { b: "2", a: "1" } })], ["+0 a=1", "+0 b=2"]],
    [
      "from the call that set it, and until the one that changed it",
      [created(), change(1, { tags: { a: "1" } }), change(2, { tags: { a: "2" } })],
      ["+1 a=1", "+2 a=2"],
    ],
    [
      "once where the same value is written again",
      [created({ tags: { a: "1" } }), change(1, { tags: { a: "1" } })],
      ["+0 a=1"],
    ],
    [
      "until it was removed, and anew when it is set again",
      [
        created({ tags: { a: "1" } }),
        change(1, { change: "remove", keys: ["a"] }),
        change(2, { tags: { a: "1" } }),
      ],
      ["+0 a=1", "+1 a gone", "+2 a=1"],
    ],
    [
      "until all tags were replaced by others, but for those of AWS",
      [created({ tags: { a: "1", "aws:x": "1" } }), change(1, { change: "replace", tags: { b: "2" } })],
      ["+0 a=1", "+0 aws:x=1", "+1 a gone", "+1 b=2"],
    ],
    [
      "though only tagging calls are known of the resource",
      [change(1, { tags: { a: "1" } }), change(2, { change: "remove", keys: ["a", "b"] })],
      ["+1 a=1", "+2 a gone"],
    ],
    ["though it is empty", [created({ tags: { a: "" } })], ["+0 a="]],
    [
      "though it is called __proto__",
      [created({ tags: Object.fromEntries([["__proto__", "1"]]) })],
      ["+0 __proto__=1"],
    ],
  ])("%s", (_, facts, expected) => {
    expect(dated(...facts)).toEqual(expected);
  });
});

describe("a tag whose value the log hides is dated as hidden", () => {
  test.each<[string, Fact[], string[]]>([
    [
      "until a value is written that it shows",
      [created({ hiddenTags: ["a"] }), change(1, { tags: { a: "1" } })],
      ["+0 a hidden", "+1 a=1"],
    ],
    [
      "until it is removed",
      [created({ hiddenTags: ["a"] }), change(1, { change: "remove", keys: ["a"] })],
      ["+0 a hidden", "+1 a gone"],
    ],
    [
      "and so is each that was named before, where any may have been set",
      [
        created({ tags: { a: "1", b: "1" } }),
        change(1, { change: "remove", keys: ["a"] }),
        change(2, { hiddenTags: ["*"] }),
      ],
      ["+0 a=1", "+0 b=1", "+1 a gone", "+2 * hidden", "+2 a hidden"],
    ],
    [
      "until all tags are replaced by some that are shown",
      [
        created({ hiddenTags: ["*"] }),
        change(1, { tags: { a: "1" } }),
        change(2, { change: "remove", keys: ["a"] }),
        change(3, { change: "replace", tags: { b: "1" } }),
      ],
      ["+0 * hidden", "+1 a=1", "+2 a hidden", "+3 * gone", "+3 a gone", "+3 b=1"],
    ],
  ])("%s", (_, facts, expected) => {
    expect(dated(...facts)).toEqual(expected);
  });
});

test("of a resource of which nothing is known there are no dated tags", () => {
  expect(datedTags([])).toEqual([]);
});

test("of a tag that changes every minute the newest dates are kept, and what else it carries", () => {
  const changes = Array.from({ length: 1500 }, (_, n) => change(n + 1, { tags: { n: `${n}` } }));
  const kept = dated(created({ tags: { a: "1" } }), ...changes);
  expect(kept).toHaveLength(1001);
  expect([kept[0], kept[1], kept.at(-1)]).toEqual(["+0 a=1", "+501 n=500", "+1500 n=1499"]);
});
