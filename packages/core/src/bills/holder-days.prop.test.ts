import { array, assert, asyncProperty, bigInt, constantFrom, integer, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, sum } from "../costs/money.ts";
import { attributed, configOf } from "../costs/testing/attribution.ts";
import type { HolderDay } from "./day.ts";
import { holderKey, holderOf } from "./holder.ts";
import { holderDays } from "./holder-days.ts";
import { Placements } from "./placements.ts";
import { cellsOf, type DayLine } from "./testing/cells.ts";

const CONFIG = configOf(`
dimensions: { team: t, project: p }
tags: { t: { values: [vision, nlp, infra] } }
scope: { accounts: ["1", "2"] }
policies: { tax: follow, credit: follow, refund: { team: infra }, support: { pool: support } }
pools:
  - { name: eks, match: { service: eks }, method: even }
  - { name: support, method: proportional, order: last }`);

const line = record({
  account: constantFrom("1", "2", "3"),
  service: constantFrom("AmazonEC2", "AmazonEKS", "AWSSupportBusiness"),
  lineItemType: constantFrom("Usage", "Usage", "Usage", "Tax", "Credit", "Refund"),
  resource: constantFrom("", "i-0123456789abcdef0"),
  tags: record({ t: constantFrom("", "vision", "nlp", "bogus"), p: constantFrom("", "churn") }),
  dated: record({ t: constantFrom("", "", "infra") }),
  day: integer({ min: 0, max: 3 }),
  amount: bigInt({ min: -2000n, max: 9000n }).map((n) => formatAmount(n * 10n ** 21n)),
  billed: bigInt({ min: -9n, max: 9000n }).map((n) => formatAmount(n * 10n ** 20n)),
});
const bills = array(line, { maxLength: 30 });

async function daysOf(lines: readonly DayLine[]) {
  const cells = cellsOf(CONFIG, lines);
  const placements = new Placements(cells.combinations);
  const effective = await attributed(CONFIG, cells.groups("effective"), placements);
  const billed = await attributed(CONFIG, cells.groups("billed"));
  const { combinations, destinations } = placements.ordered(effective.totals);
  const followed = { effective: effective.followed, billed: billed.followed };
  const days: HolderDay[] = [];
  const input = { destinations, bases: ["effective", "billed"] as const, followed };
  for await (const day of holderDays(cells.days(combinations), input)) days.push(day);
  return { days, totals: { effective: effective.totals, billed: billed.totals } };
}

describe("for any bill", () => {
  test("the days of all holders add up to what the bill comes to, on each basis", () =>
    assert(
      asyncProperty(bills, async (lines) => {
        const { days } = await daysOf(lines);
        const groups = cellsOf(CONFIG, lines);
        for (const basis of ["effective", "billed"] as const) {
          expect(sum(days.map(({ totals }) => totals[basis] ?? 0n))).toBe(
            sum(groups.groups(basis).map(({ amount }) => amount)),
          );
        }
      }),
    ));

  test("the days of each holder add up to what counts as theirs, on each basis", () =>
    assert(
      asyncProperty(bills, async (lines) => {
        const { days, totals } = await daysOf(lines);
        for (const basis of ["effective", "billed"] as const) {
          const byDays = sums(days.map((day) => [holderKey(day.holder), day.totals[basis] ?? 0n]));
          const all = [...totals[basis].values()];
          expect(byDays).toEqual(
            sums(all.map(({ destination, amount }) => [holderKey(holderOf(destination)), amount])),
          );
        }
      }),
    ));

  test("the cells of a day add up to it, and lie in order", () =>
    assert(
      asyncProperty(bills, async (lines) => {
        const { days } = await daysOf(lines);
        for (const { cells, totals } of days)
          expect(sum(cells.map(({ amount }) => amount))).toBe(totals.effective);
        const places = days.map(({ holder, day }) => `${holderKey(holder)} ${day}`);
        expect(places).toEqual([...new Set(places)].sort());
      }),
    ));

  test("every line that follows no other stands in one cell", () =>
    assert(
      asyncProperty(bills, async (lines) => {
        const { days } = await daysOf(lines);
        const counted = days.flatMap(({ cells }) => cells.map((cell) => cell.lines));
        const excluded = ({ account }: DayLine) => account === "3";
        const own = lines.filter(
          (each) => excluded(each) || !["Tax", "Credit"].includes(each.lineItemType ?? ""),
        );
        expect(counted.reduce((total, count) => total + count, 0)).toBe(own.length);
      }),
    ));
});

/** Sums by key, without those that come to nothing. */
function sums(all: readonly (readonly [string, bigint])[]): Record<string, bigint> {
  const byKey = new Map<string, bigint>();
  for (const [key, amount] of all) byKey.set(key, (byKey.get(key) ?? 0n) + amount);
  return Object.fromEntries([...byKey].filter(([, amount]) => amount !== 0n));
}
