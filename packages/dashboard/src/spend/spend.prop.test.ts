import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAmount, sum } from "../money/amount.ts";
import { teamBars, teamProjectBars } from "./bars.ts";
import { flowsOf } from "./flows.ts";
import { groupSpend, spendOf } from "./spend.ts";
import { makeAnswer, poolOf, rowOf } from "./testing/make-answer.ts";

const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(formatAmount);
const name = fc.option(fc.constantFrom("a", "b", "c", "shared"));
const rows = fc.array(
  fc
    .tuple(name, name, amount, amount)
    .map(([team, project, direct, shared]) => rowOf({ team, project }, direct, shared)),
  { maxLength: 40 },
);
const amounts = fc.array(amount, { minLength: 1, maxLength: 40 });

test("groups, bars and segments sum to what their rows sum to, whatever is folded", () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const whole = spendOf(rows);
      const teams = groupSpend(rows, ["team", "project"]);
      expect(sum(teams.map(({ total }) => total))).toBe(whole.total);
      expect(sum(teams.flatMap(({ parts }) => parts.map(({ direct }) => direct)))).toBe(whole.direct);
      for (const bars of [teamBars(teams), teamProjectBars(teams)]) {
        expect(sum(bars.map(({ total }) => total))).toBe(whole.total);
        for (const bar of bars) expect(sum(bar.segments.map((segment) => segment.amount))).toBe(bar.total);
      }
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
        const report = makeAnswer({
          rows: teams.map((team, index) =>
            rowOf(
              { team },
              direct[index] ?? "0",
              formatAmount(spendOf(shared(team).map((s) => rowOf({}, s))).total),
            ),
          ),
          pools: given,
          unallocated: no,
          excluded: out,
        });
        const flows = flowsOf(report, folded);
        const all = (wanted: (kind: string) => boolean) =>
          formatAmount(sum(flows.filter(({ to }) => wanted(to.kind)).map((flow) => flow.amount)));
        expect(all((kind) => kind !== "team")).toBe(report.totals.bill);
        expect(all((kind) => kind === "team")).toBe(formatAmount(spendOf(report.rows).total));
      },
    ),
  );
});
