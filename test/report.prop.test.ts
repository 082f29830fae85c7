import { DIMENSIONS } from "@tagledger/core/config/definition/match";
import { formatAmount, sum } from "@tagledger/core/costs/money";
import { narrow } from "@tagledger/core/reports/narrow";
import { renderJson } from "@tagledger/core/reports/render/json";
import type { Report } from "@tagledger/core/reports/report";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bill, configuration, divide, usageRows } from "./arbitrary/division.ts";

function kept({ totals: { direct, shared, unallocated, excluded } }: Report): bigint {
  return direct + shared + unallocated + excluded;
}

test("direct, shared, unallocated and excluded are the bill, at every grouping", () =>
  fc.assert(
    fc.asyncProperty(
      bill,
      configuration,
      usageRows,
      fc.subarray([...DIMENSIONS]),
      async (charges, config, usage, groupBy) => {
        const result = await divide(charges, config, usage, { groupBy });
        const whole = sum(charges.map(({ amounts }) => amounts.effective));
        expect(formatAmount(result.totals.bill)).toBe(formatAmount(whole));
        expect(formatAmount(kept(result))).toBe(formatAmount(whole));
        expect(sum(result.rows.map(({ total }) => total))).toBe(result.totals.direct + result.totals.shared);
        expect(sum(result.unallocated.map((each) => each.amount))).toBe(result.totals.unallocated);
        expect(sum(result.established.map((each) => each.amount))).toBe(result.totals.direct);
        expect(result.reconciliation).toMatchObject({ bill: whole, reported: whole, difference: 0n });
        const bridge = sum(result.reconciliation.bridge.map((each) => each.amount));
        expect(result.reconciliation.billed + bridge).toBe(whole);
        expect(sum(result.reconciliation.invoices.map(({ billed }) => billed))).toBe(
          result.reconciliation.billed,
        );
      },
    ),
    { numRuns: 200 },
  ));

test("the order of charges and of usage changes no byte and not the snapshot", () =>
  fc.assert(
    fc.asyncProperty(bill, configuration, usageRows, async (charges, config, usage) => {
      const there = await divide(charges, config, usage, { groupBy: ["team", "project"] });
      const back = await divide(charges.toReversed(), config, usage.toReversed(), {
        groupBy: ["team", "project"],
      });
      expect(renderJson(back)).toBe(renderJson(there));
    }),
    { numRuns: 100 },
  ));

test("filters by every value of a dimension take the bill apart without rest", () =>
  fc.assert(
    fc.asyncProperty(
      bill,
      configuration,
      usageRows,
      fc.constantFrom(...DIMENSIONS),
      async (charges, config, usage, dimension) => {
        const whole = await divide(charges, config, usage);
        const values = [
          "",
          "red",
          "blue",
          "green",
          "chat",
          "search",
          "shared",
          "dev",
          "prod",
          "inference",
          "exp-0001",
        ];
        const parts = await Promise.all(
          values.map((value) => divide(charges, config, usage, { where: { [dimension]: [value] } })),
        );
        for (const total of ["bill", "direct", "shared", "unallocated", "excluded"] as const) {
          expect(sum(parts.map(({ totals }) => totals[total]))).toBe(whole.totals[total]);
        }
        for (const part of parts) expect(part.reconciliation).toEqual(whole.reconciliation);
      },
    ),
    { numRuns: 60 },
  ));

test("any other amount is another snapshot", () =>
  fc.assert(
    fc.asyncProperty(bill, configuration, fc.nat(), async (charges, config, at) => {
      const changed = charges.map((each, index) =>
        index === at % charges.length
          ? { ...each, amounts: { ...each.amounts, effective: each.amounts.effective + 1n } }
          : each,
      );
      expect((await divide(changed, config, [])).snapshot).not.toBe(
        (await divide(charges, config, [])).snapshot,
      );
    }),
    { numRuns: 60 },
  ));

test("a whole report narrowed to teams, and grouped anew, is the report that was asked for so", () =>
  fc.assert(
    fc.asyncProperty(
      bill,
      configuration,
      usageRows,
      fc.subarray([...DIMENSIONS]),
      fc.option(fc.subarray(["", "red", "blue", "green", "shared", "nobody"]), { nil: undefined }),
      async (charges, config, usage, groupBy, teams) => {
        const whole = await divide(charges, config, usage);
        const asked = await divide(charges, config, usage, {
          groupBy,
          where: teams === undefined ? {} : { team: teams },
        });
        expect(narrow(whole, { groupBy, teams })).toEqual(asked);
      },
    ),
    { numRuns: 150 },
  ));
