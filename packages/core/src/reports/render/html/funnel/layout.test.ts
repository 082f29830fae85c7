import fc from "fast-check";
import { expect, test } from "vitest";
import { leafOf, makeReport, unallocatedOf } from "../../testing/make-report.ts";
import { FULL } from "../scale.ts";
import { teamSpends } from "../team-spend.ts";
import { type Funnel, layOutFunnel, PARTS } from "./layout.ts";

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String);

function funnelOf(
  teams: readonly (readonly [direct: string, shared: string])[],
  unallocated = "0",
  excluded = "0",
): Funnel {
  const leaves = teams.map(([direct, shared], index) => leafOf({ team: `team-${index}` }, direct, shared));
  const report = makeReport({ leaves, unallocated: [unallocatedOf("no-team", null, unallocated)], excluded });
  return layOutFunnel(report.totals, teamSpends(leaves));
}

const sizeOf = ({ start, end }: { start: number; end: number }) => end - start;

test("a width is the same money in each layer", () => {
  const { bill, parts, teams } = funnelOf([["60", "20"]], "15", "5");
  const size = sizeOf(bill);
  expect(PARTS.map((part) => Math.round((100 * sizeOf(parts[part])) / size))).toEqual([60, 20, 15, 5]);
  expect(teams.map(({ direct, shared }) => [sizeOf(direct), sizeOf(shared)])).toEqual([
    [sizeOf(parts.direct), sizeOf(parts.shared)],
  ]);
});

test("a credit has no width", () => {
  const { parts, teams } = funnelOf(
    [
      ["60", "20"],
      ["-10", "5"],
    ],
    "-3",
  );
  expect(teams.map(({ direct }) => sizeOf(direct) > 0)).toEqual([true, false]);
  expect(sizeOf(parts.unallocated)).toBe(0);
});

test("whatever the amounts, nothing stands outside the picture or has less than no width", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(amount, amount), { maxLength: 9 }),
      amount,
      amount,
      (teams, unallocated, excluded) => {
        const { bill, parts, teams: nodes, toParts, toTeams } = funnelOf(teams, unallocated, excluded);
        const ribbons = [...toParts, ...toTeams].flatMap(({ from, to }) => [from, to]);
        for (const { start, end } of [
          bill,
          ...Object.values(parts),
          ...nodes.map((node) => node.extent),
          ...ribbons,
        ]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(FULL);
        }
      },
    ),
  );
});
