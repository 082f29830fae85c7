import { expect, test } from "vitest";
import { type Leaf, leafKey, NO_LEAF, sharedLeaf } from "./leaf.ts";

const leaf = (given: Partial<Leaf>): Leaf => ({ ...NO_LEAF, ...given });

test("shared fees of a team stand under the project shared", () => {
  expect(sharedLeaf("vision")).toEqual(leaf({ team: "vision", project: "shared" }));
});

test("leaves with the same values in other dimensions differ", () => {
  const leaves = [
    leaf({}),
    leaf({ team: "a" }),
    leaf({ project: "a" }),
    leaf({ team: "a", project: "b" }),
    leaf({ team: "ab" }),
    leaf({ team: "a", workload: "b" }),
    leaf({ experiment: "a" }),
  ];
  expect(new Set(leaves.map(leafKey)).size).toBe(leaves.length);
});

test("leaves are ordered by team, then project, none before any", () => {
  const leaves = [
    leaf({ team: "a" }),
    leaf({ team: "a", project: "p" }),
    leaf({ team: "aa" }),
    leaf({ team: "b" }),
  ];
  const keys = [leaf({}), ...leaves].map(leafKey);
  expect(keys.toSorted()).toEqual(keys);
});
