import { expect, test } from "vitest";
import { typeFacts } from "./facts-of-type.ts";
import { remedyClass } from "./remedy-class.ts";
import type { Remedy } from "./type-facts.ts";

const [isolate, stop] = typeFacts("ec2:instance").remedies;

test.each<[string, Remedy | undefined, boolean | null, string]>([
  ["restores all where nothing holds", isolate, false, "reversible"],
  ["is final where a group replaces what is cut off", isolate, true, "final"],
  ["is final where that is not known", isolate, null, "final"],
  ["loses work where nothing holds", stop, false, "lossy"],
  ["is final where a group replaces what stops", stop, true, "final"],
])("%s", (_, remedy, holds, expected) => {
  expect(remedy && remedyClass(remedy, () => holds)).toBe(expected);
});
