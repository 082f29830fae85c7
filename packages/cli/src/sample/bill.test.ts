import { describe, expect, it } from "vitest";
import { createBill } from "./bill.ts";
import { lineId } from "./columns/line-id.ts";
import { PLANS } from "./company/commitments.ts";
import { createCompany } from "./company.ts";
import { toText } from "./decimal.ts";
import type { Item, Line, LineType } from "./line.ts";
import { MONTH } from "./month.ts";
import { createRandom } from "./random.ts";

function bill(seed: string): Line[] {
  const random = createRandom(seed);
  return createBill(createCompany(random.fork("company")), random.fork("bill"));
}

const sum = (lines: readonly Line[]) => lines.reduce((total, { cost }) => total + cost, 0n);
const ofType = (lines: readonly Line[], ...types: LineType[]) =>
  lines.filter(({ item }) => types.includes(item.type));

describe.each(["1", "2026"])("the bill of seed %s", (seed) => {
  const lines = bill(seed);

  it("is as long and as large as a real one", () => {
    expect(lines.length).toBeGreaterThanOrEqual(110_000);
    expect(lines.length).toBeLessThanOrEqual(145_000);
    expect(Number(sum(lines)) / 1e10).toBeGreaterThan(800_000);
    expect(Number(sum(lines)) / 1e10).toBeLessThan(2_000_000);
  });

  it("holds every type of line", () => {
    expect([...new Set(lines.map(({ item }) => item.type))].sort()).toEqual([
      "BundledDiscount",
      "Credit",
      "DiscountedUsage",
      "EdpDiscount",
      "Fee",
      "PrivateRateDiscount",
      "RIFee",
      "Refund",
      "SavingsPlanCoveredUsage",
      "SavingsPlanNegation",
      "SavingsPlanRecurringFee",
      "SavingsPlanUpfrontFee",
      "Tax",
      "Usage",
    ]);
  });

  it("names every line once by its id and interval", () => {
    const ids = new Map<Item, string>();
    const names = lines.map(({ item, span }) => {
      const id = ids.get(item) ?? lineId(item);
      ids.set(item, id);
      return `${id} ${span.from} ${span.until}`;
    });
    expect(new Set(names).size).toBe(lines.length);
  });

  it("stays within the month", () => {
    expect(
      lines.every(({ span }) => span.from >= 0 && span.until <= MONTH.seconds && span.from < span.until),
    ).toBe(true);
  });

  it("takes covered usage off again to the last digit", () => {
    expect(sum(ofType(lines, "SavingsPlanCoveredUsage"))).toBeGreaterThan(0n);
    expect(sum(ofType(lines, "SavingsPlanCoveredUsage", "SavingsPlanNegation"))).toBe(0n);
  });

  it("uses each Savings Plan for what it covers, and never for more than was promised", () => {
    for (const plan of Object.values(PLANS)) {
      const own = lines.filter(({ item }) => item.plan === plan);
      const covered = own.reduce((total, { effective = 0n }) => total + effective, 0n);
      const used = own.reduce((total, line) => total + (line.used ?? 0n), 0n);
      expect(used).toBe(covered);
      const fees = ofType(own, "SavingsPlanRecurringFee");
      expect(fees.length).toBe(MONTH.hours);
      expect(fees.every((fee) => (fee.used ?? 0n) <= plan.hourly)).toBe(true);
      expect(fees.some((fee) => (fee.used ?? 0n) < plan.hourly)).toBe(true);
    }
  });

  it("puts no money on the lines of pods", () => {
    const pods = lines.filter(({ item }) => item.operation === "EKSPod-EC2");
    expect(pods.length).toBeGreaterThan(1000);
    expect(sum(pods)).toBe(0n);
    const machines = new Set(ofType(lines, "SavingsPlanCoveredUsage").map(({ item }) => item.resourceId));
    expect(pods.every(({ item, split }) => split && split.cost > 0n && machines.has(item.parent))).toBe(true);
  });
});

it("is the same for the same seed and another for another", () => {
  const say = (lines: readonly Line[]) =>
    lines.map(({ item, span, quantity, cost }) =>
      [lineId(item), span.from, toText(quantity), toText(cost)].join(),
    );
  const [first, again, other] = [bill("7"), bill("7"), bill("8")].map((lines) => say(lines.slice(-9000)));
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});
