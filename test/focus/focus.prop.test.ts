import { BASES } from "@tagledger/core/costs/charge";
import { type Amount, parseAmount, sum } from "@tagledger/core/costs/money";
import { add, ONE, rational, ZERO } from "@tagledger/core/costs/rational";
import { renderFocus } from "@tagledger/core/reports/render/focus";
import { jsonReport } from "@tagledger/core/reports/render/json";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bill, configuration, usageRows } from "../arbitrary/division.ts";
import { divided } from "./divided.ts";
import { readFocus } from "./read.ts";
import type { Row } from "./validator/checks.ts";

const COLUMN = {
  effective: "EffectiveCost",
  billed: "BilledCost",
  contracted: "ContractedCost",
  list: "ListCost",
} as const;

const basis = fc.constantFrom(...BASES);

function total(rows: readonly Row[], column: string): Amount {
  return sum(rows.map((row) => parseAmount(row[column] ?? "")));
}

function grouped(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

test("on every basis the rows sum to the bill, exactly", () =>
  fc.assert(
    fc.asyncProperty(bill, configuration, usageRows, basis, async (charges, config, usage, on) => {
      const { rows } = readFocus(renderFocus((await divided(charges, config, usage, { basis: on })).source));
      for (const each of BASES)
        expect(total(rows, COLUMN[each])).toBe(sum(charges.map(({ amounts }) => amounts[each])));
      expect(rows.map((row) => row.x_FilledCosts)).toEqual(rows.map(() => null));
    }),
    { numRuns: 150 },
  ));

test("the ratios of all charges that one pool was divided into sum to exactly 1, and so do their fractions", () =>
  fc.assert(
    fc.asyncProperty(bill, configuration, usageRows, basis, async (charges, config, usage, on) => {
      const { rows } = readFocus(renderFocus((await divided(charges, config, usage, { basis: on })).source));
      const allocated = rows.filter((row) => row.AllocatedMethodId !== null);
      for (const [pool, parts] of grouped(allocated, (row) => `${row.AllocatedMethodId}`)) {
        const details = parts.map((row) => `${row.AllocatedMethodDetails}`);
        // Read as text: no float holds these digits.
        const ratios = details.flatMap((text) =>
          [...text.matchAll(/"AllocatedRatio":([^,}]+)/g)].map(([, digits = ""]) => parseAmount(digits)),
        );
        expect(sum(ratios), pool).toBe(parseAmount("1"));
        const elements: { x_Ratio: string }[] = details.flatMap((text) => JSON.parse(text).Elements);
        const whole = elements.reduce((before, { x_Ratio }) => {
          const [n = "", d = ""] = x_Ratio.split("/");
          return add(before, rational(BigInt(n), BigInt(d)));
        }, ZERO);
        expect(whole, pool).toEqual(ONE);
      }
    }),
    { numRuns: 150 },
  ));

test("amounts read back to the digits of the JSON report", () =>
  fc.assert(
    fc.asyncProperty(bill, configuration, usageRows, basis, async (charges, config, usage, on) => {
      const { source } = await divided(charges, config, usage, { basis: on });
      const report = jsonReport({ ...source.report, groupBy: [] });
      const { rows } = readFocus(renderFocus(source));
      const column = COLUMN[on];
      const ofKind = (kind: string) => rows.filter((row) => row.x_Kind === kind);
      for (const kind of ["direct", "shared", "unallocated", "excluded"] as const)
        expect(total(ofKind(kind), column)).toBe(parseAmount(report.totals[kind]));
      for (const { pool, shares } of report.pools) {
        const teams = grouped(
          ofKind("shared").filter((row) => row.x_Pool === pool),
          (row) => `${row.x_Team}`,
        );
        for (const { team, amount } of shares)
          expect(total(teams.get(team) ?? [], column)).toBe(parseAmount(amount));
      }
      const nobodys = grouped(ofKind("unallocated"), (row) =>
        JSON.stringify([row.x_UnallocatedReason, row.x_UnallocatedValue]),
      );
      for (const { reason, value, amount } of report.unallocated)
        expect(total(nobodys.get(JSON.stringify([reason, value])) ?? [], column)).toBe(parseAmount(amount));
    }),
    { numRuns: 150 },
  ));

test("filters by every value of a dimension take the rows apart without rest", () =>
  fc.assert(
    fc.asyncProperty(bill, configuration, usageRows, async (charges, config, usage) => {
      const whole = readFocus(renderFocus((await divided(charges, config, usage)).source)).rows;
      const parts = await Promise.all(
        ["", "red", "blue", "green"].map(async (team) => {
          const { source } = await divided(charges, config, usage, { where: { team: [team] } });
          return readFocus(renderFocus(source)).rows;
        }),
      );
      for (const each of BASES)
        expect(sum(parts.map((rows) => total(rows, COLUMN[each])))).toBe(total(whole, COLUMN[each]));
      // What a part is of its pool does not depend on who looks.
      const details = (rows: readonly Row[]) => rows.map((row) => `${row.AllocatedMethodDetails}`).sort();
      expect(details(parts.flat())).toEqual(details(whole));
    }),
    { numRuns: 60 },
  ));

test("what the bill does not hold is filled by its billed cost, and the rows say so", () =>
  fc.assert(
    fc.asyncProperty(bill, configuration, usageRows, async (charges, config, usage) => {
      const lacking = ["contracted", "list"] as const;
      const { source, absent } = await divided(charges, config, usage, { lacking });
      expect(absent.map((each) => each.basis)).toEqual(["contracted", "list"]);
      for (const row of readFocus(renderFocus(source)).rows) {
        expect([row.ContractedCost, row.ListCost]).toEqual([row.BilledCost, row.BilledCost]);
        expect(row.x_FilledCosts).toBe("ContractedCost ListCost");
      }
    }),
    { numRuns: 30 },
  ));
