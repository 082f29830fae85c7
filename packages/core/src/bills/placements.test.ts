import { expect, test } from "vitest";
import { Totals } from "../costs/attribution/totals.ts";
import { NO_LEAF } from "../costs/leaf.ts";
import { Placements } from "./placements.ts";

const team = (name: string, project: string | null = null) => {
  return { kind: "direct", leaf: { ...NO_LEAF, team: name, project } } as const;
};

test("destinations lie in the order of their holders, and what follows others stands for itself, at the end", () => {
  const totals = new Totals();
  const placements = new Placements(5);
  placements.placed({ combination: 3 }, totals.add({ kind: "excluded" }, 1n));
  placements.placed({ combination: 0 }, totals.add(team("vision", "churn"), 1n));
  placements.placed({ combination: 1 }, totals.add(team("nlp"), 1n));
  placements.placed({ combination: 4 }, null);
  placements.placed({ combination: 2 }, totals.add(team("vision"), 1n));
  const { combinations, destinations } = placements.ordered(totals);
  expect(destinations).toEqual([
    { kind: "excluded" },
    team("nlp"),
    team("vision"),
    team("vision", "churn"),
    null,
  ]);
  expect([...combinations]).toEqual([3, 1, 2, 0, 4]);
});

test("a combination that nobody told of is noticed", () => {
  const placements = new Placements(2);
  placements.placed({ combination: 0 }, null);
  expect(() => placements.ordered(new Totals())).toThrow("combination 1");
  expect(() => placements.placed({}, null)).toThrow(RangeError);
});
