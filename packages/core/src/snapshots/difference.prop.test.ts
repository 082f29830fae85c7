import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, sum } from "../costs/money.ts";
import { leafOf, makeReport, unallocatedOf } from "../reports/render/testing/make-report.ts";
import type { Report } from "../reports/report.ts";
import { CAUSES, differenceBetween } from "./difference.ts";

const cents = fc.integer({ min: -500, max: 500 }).map((units) => `${units}e-2`);
const leaf = fc.tuple(
  fc.constantFrom("vision", "nlp", "ranking"),
  fc.constantFrom("chat", "shared"),
  cents,
  cents,
);
const report: fc.Arbitrary<Report> = fc
  .record({
    leaves: fc.uniqueArray(leaf, { selector: ([team, project]) => `${team} ${project}`, maxLength: 6 }),
    idle: cents,
    excluded: cents,
  })
  .map(({ leaves, idle, excluded }) =>
    makeReport({
      leaves: leaves.map(([team, project, direct, shared]) => leafOf({ team, project }, direct, shared)),
      unallocated: [unallocatedOf("idle", "gpu", idle)],
      excluded,
    }),
  );

describe("for any two reports and those between them", () => {
  test("the causes of each team sum to its change, and those of all to the bill's", () =>
    fc.assert(
      fc.property(report, report, report, report, (before, bill, usage, after) => {
        const { teams } = differenceBetween("s1", before, after, { bill, usage });
        for (const { before: was, after: is, causes } of teams)
          expect(sum(Object.values(causes ?? {}))).toBe(is - was);
        const ofCause = (cause: (typeof CAUSES)[number]) =>
          sum(teams.map(({ causes }) => causes?.[cause] ?? 0n));
        expect(ofCause("bill")).toBe(bill.totals.bill - before.totals.bill);
        expect(ofCause("usage")).toBe(usage.totals.bill - bill.totals.bill);
        expect(ofCause("configuration")).toBe(after.totals.bill - usage.totals.bill);
      }),
    ));

  test("what is not listed is as it was", () =>
    fc.assert(
      fc.property(report, report, (before, after) => {
        const { teams } = differenceBetween("s1", before, after, null);
        const listed = new Set(teams.map(({ team }) => team));
        const totalOf = ({ leaves }: Report, team: string) =>
          sum(leaves.filter((each) => each.leaf.team === team).map((each) => each.direct + each.shared));
        for (const team of ["vision", "nlp", "ranking"])
          if (!listed.has(team)) expect(totalOf(after, team)).toBe(totalOf(before, team));
        expect(sum(teams.map((each) => each.after - each.before))).toBe(
          after.totals.bill - before.totals.bill,
        );
        expect(teams.every(({ causes }) => causes === null)).toBe(true);
      }),
    ));

  test("nothing changes from a report to itself", () =>
    fc.assert(
      fc.property(report, (same) => {
        expect(differenceBetween("s1", same, same, { bill: same, usage: same }).teams).toEqual([]);
      }),
    ));
});

test("a team that came, one that went and what is nobody's are told, in that order", () => {
  const before = makeReport({ leaves: [leafOf({ team: "old" }, "5")] });
  const bill = makeReport({ leaves: [leafOf({ team: "old" }, "6")] });
  const usage = makeReport({ leaves: [leafOf({ team: "old" }, "2", "1"), leafOf({ team: "new" }, "3")] });
  const after = makeReport({
    leaves: [leafOf({ team: "new" }, "3")],
    unallocated: [unallocatedOf("no-team", null, "2")],
    excluded: "1",
  });
  const { since, teams } = differenceBetween("s1", before, after, { bill, usage });
  expect(since).toBe("s1");
  const told = teams.map(({ team, before: was, after: is, causes }) => [
    team,
    formatAmount(was),
    formatAmount(is),
    ...CAUSES.map((cause) => formatAmount(causes?.[cause] ?? 0n)),
  ]);
  expect(told).toEqual([
    ["new", "0", "3", "0", "3", "0"],
    ["old", "5", "0", "1", "-3", "-3"],
    [null, "0", "3", "0", "0", "3"],
  ]);
});

test("a team whose changes cancel out is told too", () => {
  const [same, other] = [makeReport({ leaves: [leafOf({ team: "a" }, "1")] }), makeReport()];
  const { teams } = differenceBetween("s1", same, same, { bill: other, usage: same });
  expect(teams.map(({ team }) => team)).toEqual(["a"]);
});

test("amounts in different currencies are not held against each other", () => {
  expect(() => differenceBetween("s1", makeReport(), makeReport({ currency: "EUR" }), null)).toThrow(
    "USD and EUR",
  );
});
