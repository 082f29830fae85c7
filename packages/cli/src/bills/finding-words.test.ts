import { expect, test } from "vitest";
import { findingWords } from "./finding-words.ts";

test.each([
  [true, "ml-team stands on no line, though it is active as a cost allocation tag"],
  [false, "ml-team stands on no line, as it is not active as a cost allocation tag: tagledger activate"],
  [null, "ml-team stands on no line; whether it is active as a cost allocation tag says tagledger activate"],
])("a required tag on no line is told with its reason, active %s", (active, words) => {
  expect(findingWords({ kind: "empty-key", key: "ml-team", active })).toBe(words);
});

test("keys that an export tells apart are not said to be one there", () => {
  const keys = ["ml-team", "ml.team"];
  expect(findingWords({ kind: "collapsed-keys", key: "ml_team", keys, apart: true })).toBe(
    "this export tells ml-team and ml.team apart, and rules read them as one: the spelling that they ask for counts first",
  );
});

test("keys that an export writes as one are all named", () => {
  const finding = { kind: "collapsed-keys", key: "ml_team", keys: ["ml-team", "ml.team"] } as const;
  expect(findingWords(finding)).toBe(
    "ml-team and ml.team are one key, ml_team, in this export: nobody can tell them apart there",
  );
});
