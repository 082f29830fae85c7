import { type Amount, sum } from "@tagledger/core/costs/money";
import type { Report, TeamCommitment } from "@tagledger/core/reports/report";
import fc from "fast-check";
import { expect, test } from "vitest";
import { divide } from "../arbitrary/division.ts";
import { chargeOf, configOf, type Line, lines } from "./charges.ts";

const COVERED = ["SavingsPlanCoveredUsage", "DiscountedUsage"];
const UNUSED = ["SavingsPlanRecurringFee", "RIFee"];

const SHARED = {
  name: "db",
  match: { service: "AmazonRDS" },
  method: "fixed",
  shares: { red: "0.3", blue: "0.7" },
};

function reported(
  bill: readonly Line[],
  commitments: "as-applied" | "pooled",
  pools: readonly object[] = [],
) {
  return divide(bill.map(chargeOf), configOf(commitments, pools), []);
}

function total(report: Report, of: "used" | "onDemand" | "unused" | "subsidy"): Amount {
  return sum((report.commitments?.teams ?? []).map((each) => each[of] ?? 0n));
}

function inScope(bill: readonly Line[], types: readonly string[], basis: "effective" | "list"): Amount {
  const charges = bill.filter(({ type }) => types.includes(type)).map(chargeOf);
  return sum(
    charges.filter(({ account }) => account === "111122223333").map(({ amounts }) => amounts[basis]),
  );
}

test("what teams and nobody bear of commitments is all that there is of it, and subsidies sum to nothing", () =>
  fc.assert(
    fc.asyncProperty(
      lines,
      fc.constantFrom("as-applied" as const, "pooled" as const),
      fc.boolean(),
      async (bill, commitments, hasPool) => {
        const report = await reported(bill, commitments, hasPool ? [SHARED] : []);
        expect(total(report, "used")).toBe(inScope(bill, COVERED, "effective"));
        expect(total(report, "onDemand")).toBe(inScope(bill, COVERED, "list"));
        expect(total(report, "unused")).toBe(inScope(bill, UNUSED, "effective"));
        expect(total(report, "subsidy")).toBe(0n);
      },
    ),
    { numRuns: 150 },
  ));

test("pooling moves subsidies alone: no total of the bill, and direct cost by exactly each team's", () =>
  fc.assert(
    fc.asyncProperty(lines, async (bill) => {
      const [applied, pooled] = [await reported(bill, "as-applied"), await reported(bill, "pooled")];
      expect(pooled.totals.bill).toBe(applied.totals.bill);
      expect(pooled.totals.excluded).toBe(applied.totals.excluded);
      expect(pooled.reconciliation).toEqual(applied.reconciliation);
      expect(sum(pooled.established.map(({ amount }) => amount))).toBe(pooled.totals.direct);
      const direct = (report: Report, team: string) =>
        sum(report.leaves.filter(({ leaf }) => leaf.team === team).map((each) => each.direct));
      for (const { team, subsidy } of teamsOf(applied)) {
        if (team === null) continue;
        expect(direct(pooled, team), team).toBe(direct(applied, team) - (subsidy ?? 0n));
      }
      const teams = [...new Set([...applied.rows, ...pooled.rows].map(({ group }) => `${group[0]}`))];
      for (const team of teams.filter((each) => !teamsOf(applied).some((known) => known.team === each)))
        expect(direct(pooled, team), team).toBe(direct(applied, team));
    }),
    { numRuns: 150 },
  ));

test("both ways show the same use, the same list cost and the same subsidies", () =>
  fc.assert(
    fc.asyncProperty(lines, fc.boolean(), async (bill, hasPool) => {
      const pools = hasPool ? [SHARED] : [];
      const [applied, pooled] = [
        await reported(bill, "as-applied", pools),
        await reported(bill, "pooled", pools),
      ];
      expect(pooled.commitments?.teams).toEqual(applied.commitments?.teams);
      expect([applied.commitments?.pooled, pooled.commitments?.pooled]).toEqual(
        applied.commitments === undefined ? [undefined, undefined] : [false, true],
      );
    }),
    { numRuns: 80 },
  ));

test("a team that alone uses commitments subsidises nobody", () =>
  fc.assert(
    fc.asyncProperty(lines, async (bill) => {
      const alone = bill.map((line) => ({ ...line, team: "red" }));
      const report = await reported(alone, "as-applied");
      for (const { subsidy } of teamsOf(report)) expect(subsidy).toBe(0n);
    }),
    { numRuns: 60 },
  ));

test("all covered usage of a service has one discount once it is pooled, but for rounding", () =>
  fc.assert(
    fc.asyncProperty(lines, async (bill) => {
      const covered = bill
        .filter(({ type, account }) => type === "DiscountedUsage" && account === "111122223333")
        .map((line) => ({ ...line, service: "AmazonEC2" }));
      fc.pre(covered.length > 0);
      const report = await reported(covered, "pooled");
      const [used, onDemand] = [total(report, "used"), total(report, "onDemand")];
      for (const team of teamsOf(report)) {
        const pooled = team.used - (team.subsidy ?? 0n);
        // pooled / on demand = used / on demand of all, within a few units of the last place of one bill's amounts.
        const off = pooled * onDemand - (team.onDemand ?? 0n) * used;
        const places = 10n ** 22n * BigInt(covered.length + 1);
        expect(off <= places * onDemand && -off <= places * onDemand).toBe(true);
      }
    }),
    { numRuns: 80 },
  ));

test("other list prices are another snapshot where commitments are pooled, and only there", () =>
  fc.assert(
    fc.asyncProperty(lines, async (bill) => {
      const prices = (line: Line) =>
        COVERED.includes(line.type) ? { ...line, list: `1${line.list}` } : line;
      const isSame = async (commitments: "as-applied" | "pooled") => {
        const [there, dearer] = [
          await reported(bill, commitments),
          await reported(bill.map(prices), commitments),
        ];
        return there.snapshot === dearer.snapshot;
      };
      expect(await isSame("as-applied")).toBe(true);
      expect(await isSame("pooled")).toBe(!bill.some(({ type }) => COVERED.includes(type)));
    }),
    { numRuns: 40 },
  ));

function teamsOf(report: Report): readonly TeamCommitment[] {
  return report.commitments?.teams ?? [];
}
