import { describe, expect, test } from "vitest";
import { hasSlipped, restoration } from "./restoration.ts";

describe("giving back", () => {
  const [before, ours] = [
    { minimum: 1, desired: 3 },
    { minimum: 0, desired: 0 },
  ];

  test("sets what still holds what we set to what it was", () => {
    expect(restoration({ before, ours, now: ours })).toEqual({ restore: before, conflicts: [] });
  });

  test("leaves what is as it was before", () => {
    expect(restoration({ before, ours, now: before })).toEqual({ restore: {}, conflicts: [] });
  });

  test("leaves what somebody else set, and says so, and gives back the rest", () => {
    expect(restoration({ before, ours, now: { minimum: 0, desired: 7 } })).toEqual({
      restore: { minimum: 1 },
      conflicts: [{ field: "desired", ours: 0, found: 7 }],
    });
  });

  test("takes a field that is no longer there for one that somebody changed", () => {
    expect(restoration({ before, ours, now: { minimum: 0 } }).conflicts).toEqual([
      { field: "desired", ours: 0, found: null },
    ]);
  });

  test("touches nothing that we did not set", () => {
    const now = { minimum: 0, desired: 0, maximum: 9 };
    expect(restoration({ before: { ...before, maximum: 4 }, ours, now }).restore).toEqual(before);
  });
});

test("a quarantine has slipped when one field of it is not as we set it", () => {
  expect(hasSlipped({ groups: ["sg-1"] }, { groups: ["sg-1"], more: 1 })).toBe(false);
  expect(hasSlipped({ groups: ["sg-1"] }, { groups: ["sg-1", "sg-2"] })).toBe(true);
});
