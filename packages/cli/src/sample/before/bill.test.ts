import { beforeAll, describe, expect, it } from "vitest";
import { lineId } from "../columns/line-id.ts";
import { PLANS, RESERVATIONS } from "../company/commitments.ts";
import type { Item, Line } from "../line.ts";
import { DAY } from "../month.ts";
import { createRandom } from "../random.ts";
import { billBefore } from "./bill.ts";
import { companyBefore } from "./company.ts";
import { BEFORE, DAYS_BEFORE } from "./month.ts";
import { usageBefore } from "./usage.ts";

const random = createRandom("1").fork("before");
const company = companyBefore(random);
let lines: readonly Line[];
beforeAll(() => {
  lines = billBefore(company, random.fork("bill"));
});

const sum = (some: readonly Line[]) => some.reduce((total, { cost }) => total + cost, 0n);
const weekday = (instant: number) => new Date(instant).getUTCDay();

describe("the bill of the month before", () => {
  it("is of each of its 31 days, by days that are alike", () => {
    for (const { day, like } of DAYS_BEFORE)
      expect(weekday(BEFORE.start + day * DAY * 1000)).toBe(weekday(Date.UTC(2026, 8, 1 + like)));
    const days = new Set(lines.filter(({ span }) => span.until - span.from < DAY).map(dayOf));
    expect([...days].sort((a, b) => a - b)).toEqual(DAYS_BEFORE.map(({ day }) => day));
    for (const { span, item } of lines) {
      expect(span.from >= -BEFORE.seconds && span.until <= 0 && span.from < span.until).toBe(true);
      expect(item.month).toBe(BEFORE);
    }
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

  it("takes covered usage off again, and uses no Savings Plan for more than was promised", () => {
    const covered = lines.filter(({ item }) => /^SavingsPlan(CoveredUsage|Negation)$/.test(item.type));
    expect(covered.length).toBeGreaterThan(0);
    expect(sum(covered)).toBe(0n);
    for (const plan of Object.values(PLANS)) {
      const fees = lines.filter(({ item }) => item.plan === plan && item.type === "SavingsPlanRecurringFee");
      expect(fees.length).toBe(BEFORE.hours);
      expect(fees.every((fee) => (fee.used ?? 0n) <= plan.hourly)).toBe(true);
    }
  });

  it("holds neither what was reserved only later, nor what was given back later", () => {
    expect(lines.filter(({ item }) => item.reservation === RESERVATIONS.cache)).toEqual([]);
    expect(lines.filter(({ item }) => item.type === "Refund")).toEqual([]);
    const fee = lines.filter(({ item }) => item.type === "RIFee");
    expect(fee.map(({ unusedHours }) => unusedHours)).toEqual([BEFORE.hours]);
  });

  it("has usage of each of its days", () => {
    const rows = usageBefore(company, random.fork("usage"));
    expect([...new Set(rows.map(({ day }) => day + BEFORE.days))].sort((a, b) => a - b)).toEqual(
      DAYS_BEFORE.map(({ day }) => day),
    );
  });
});

function dayOf({ span }: Line): number {
  return Math.floor(span.from / DAY) + BEFORE.days;
}
