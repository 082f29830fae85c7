import fc from "fast-check";
import { expect, test } from "vitest";
import { flowsOf } from "../flow/flows.ts";
import { formatAmount, sum } from "../money/amount.ts";
import { projectBars, workloadsOf } from "../projects/bars.ts";
import { groupSpend, spendOf } from "./spend.ts";
import { makeReport, poolOf, rowOf } from "./testing/make-report.ts";

const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(formatAmount);
// More than what has a bar or a paint of its own.
const project = fc.option(fc.integer({ min: 1, max: 40 }).map((number) => `p${number}`));
const workload = fc.option(fc.integer({ min: 1, max: 9 }).map((number) => `w${number}`));
const rows = fc.array(
  fc
    .tuple(project, workload, amount, amount)
    .map(([project, workload, direct, shared]) => rowOf({ project, workload }, direct, shared)),
  { maxLength: 80 },
);
const amounts = fc.array(amount, { minLength: 1, maxLength: 40 });

test("groups, bars and segments sum to what their rows sum to, whatever is folded", () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const whole = spendOf(rows);
      const projects = groupSpend(rows, ["project", "workload"]);
      expect(sum(projects.map(({ total }) => total))).toBe(whole.total);
      expect(sum(projects.flatMap(({ parts }) => parts.map(({ direct }) => direct)))).toBe(whole.direct);
      const bars = projectBars(projects, workloadsOf(projects));
      expect(sum(bars.map(({ total }) => total))).toBe(whole.total);
      for (const bar of bars) expect(sum(bar.segments.map((segment) => segment.amount))).toBe(bar.total);
    }),
  );
});

test("what leaves the bill is the bill, and what reaches the teams is theirs, however many are folded", () => {
  fc.assert(
    fc.property(
      amounts,
      fc.array(amounts, { maxLength: 12 }),
      amount,
      amount,
      fc.boolean(),
      (direct, pools, no, out, folded) => {
        const teams = direct.map((_, index) => `team ${index}`);
        const given = pools.map((shares, index) =>
          poolOf(`pool ${index}`, Object.fromEntries(teams.map((team, at) => [team, shares[at] ?? "0"]))),
        );
        const shared = (team: string) =>
          given.flatMap(({ shares }) =>
            shares.filter((share) => share.team === team).map((share) => share.amount),
          );
        const report = makeReport({
          rows: teams.map((team, index) =>
            rowOf(
              { team },
              direct[index] ?? "0",
              formatAmount(spendOf(shared(team).map((s) => rowOf({}, s))).total),
            ),
          ),
          unallocated: no,
          excluded: out,
        });
        const flows = flowsOf(report, given, folded);
        const all = (wanted: (kind: string) => boolean) =>
          formatAmount(sum(flows.filter(({ to }) => wanted(to.kind)).map((flow) => flow.amount)));
        expect(all((kind) => kind !== "team")).toBe(report.totals.bill);
        expect(all((kind) => kind === "team")).toBe(formatAmount(spendOf(report.rows).total));
      },
    ),
  );
});
