import { expect, test } from "vitest";
import { inGroups } from "./in-groups.ts";
import { makeSought } from "./testing/make-sought.ts";

const SOUGHT = ["a", "b", "c", "d"].map((id) => makeSought("ec2", `volume/${id}`));

test("what is looked at in groups comes back in its order", async () => {
  const groups: string[][] = [];
  const looks = await inGroups(
    SOUGHT,
    ({ id }) => id < "c",
    async (group) => {
      groups.push(group.map(({ id }) => id));
      return group.map(({ id }) => ({ tags: { id } }));
    },
  );
  expect(groups).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(looks).toEqual(SOUGHT.map(({ id }) => ({ tags: { id } })));
});

test("what a group is silent about was not read", async () => {
  const looks = await inGroups(
    SOUGHT.slice(0, 2),
    () => "",
    async () => [{ tags: {} }],
  );
  expect(looks).toEqual([{ tags: {} }, { miss: "failed" }]);
});
