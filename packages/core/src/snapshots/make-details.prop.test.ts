import { array, assert, asyncProperty, bigInt, boolean, constantFrom, integer, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf, type DayLine } from "../bills/testing/cells.ts";
import { allocate } from "../costs/allocate.ts";
import { borneAt } from "../costs/commitments/borne.ts";
import { pooledCommitments } from "../costs/commitments/pooled.ts";
import { CommitmentTally } from "../costs/commitments/tally.ts";
import { formatAmount, parseAmount, sum } from "../costs/money.ts";
import { parsePeriod } from "../costs/period.ts";
import { attributed, configOf } from "../costs/testing/attribution.ts";
import { showback } from "../reports/showback.ts";
import type { Detail } from "./detail.ts";
import { sideBySide } from "./detail-rows.ts";
import { detailText, readDetailText } from "./detail-text.ts";
import { HeardPlaces } from "./heard-places.ts";
import { makeDetails } from "./make-details.ts";

const CONFIG = configOf(`
dimensions: { team: t, project: p }
tags: { t: { values: [vision, nlp, infra] } }
scope: { accounts: ["1", "2"] }
policies: { tax: follow, credit: follow, refund: { team: infra }, support: { pool: support } }
pools:
  - { name: eks, match: { service: AmazonEKS }, includeTagged: true, method: even }
  - { name: idle, match: { service: idle }, method: usage, metric: { use: 1 } }
  - { name: support, method: proportional, order: last }`);

const line = record({
  account: constantFrom("1", "2", "3"),
  service: constantFrom("AmazonEC2", "AmazonEKS", "AWSSupportBusiness", "idle"),
  lineItemType: constantFrom("Usage", "Usage", "Usage", "SavingsPlanCoveredUsage", "Tax", "Credit", "Refund"),
  resource: constantFrom("", "i-0123456789abcdef0"),
  tags: record({
    t: constantFrom("", "vision", "nlp", "bogus", "=cmd"),
    p: constantFrom("", "churn", "\ud800"),
  }),
  day: integer({ min: 0, max: 3 }),
  amount: bigInt({ min: -2000n, max: 9000n }).map((n) => formatAmount(n * 10n ** 21n)),
});
/** A bill of two exports, and whether commitments are pooled. */
const cases = {
  bills: array(array(line, { maxLength: 20 }), { minLength: 2, maxLength: 2 }),
  pooled: boolean(),
};

async function divided(bills: readonly (readonly DayLine[])[], isPooled: boolean) {
  const stored = bills.map((lines) => cellsOf(CONFIG, lines));
  let first = 0;
  const groups = stored.flatMap((cells) => {
    const before = first;
    first += cells.combinations;
    return cells
      .groups("effective")
      .map((group) => ({ ...group, combination: (group.combination ?? 0) + before }));
  });
  const places = new HeardPlaces();
  const tally = new CommitmentTally();
  const direct = await attributed(CONFIG, groups, {
    placed(group, destination) {
      places.placed(group, destination);
      tally.placed(group, destination);
    },
  });
  // A list price of the same amount is enough to even something out.
  const sums = tally.sums(direct);
  const borne = borneAt(sums, { ...sums, covered: flat(sums.covered) }, "USD");
  const charges = isPooled ? pooledCommitments(direct, borne) : direct;
  const allocation = allocate(charges, { config: CONFIG, usage: [], period: parsePeriod("2026-09") });
  const report = showback({
    period: "2026-09",
    basis: "effective",
    snapshot: "s",
    allocation,
    reconciliation: charges.reconciliation,
    groupBy: ["team"],
    where: {},
  });
  const { combinations, destinations } = places.ordered(charges.totals, first);
  let begin = 0;
  const rows = stored.map((cells) => {
    const own = combinations.slice(begin, begin + cells.combinations);
    begin += cells.combinations;
    return onlyPlaced(cells.days(own));
  });
  const input = {
    destinations,
    followed: direct.followed,
    pooled: isPooled ? borne : [],
    pools: allocation.pools,
  };
  return { report, details: makeDetails(sideBySide(rows), { ...input, report }) };
}

function flat(covered: ReadonlyMap<string, ReadonlyMap<string, bigint>>) {
  return new Map(
    [...covered].map(([cover, sums]) => [cover, new Map([...sums.keys()].map((key) => [key, 7n]))]),
  );
}

/** An engine leaves out what has no destination. */
async function* onlyPlaced(rows: ReturnType<ReturnType<typeof cellsOf>["days"]>) {
  for await (const some of rows) yield some.filter(({ destination }) => destination >= 0);
}

describe("for any bill of several exports", () => {
  test("what each holder's money is made of comes to what the report says, direct and shared", () =>
    assert(
      asyncProperty(cases.bills, cases.pooled, async (bills, isPooled) => {
        const { report, details } = await divided(bills, isPooled);
        const all: Detail[] = [];
        for await (const detail of details) all.push(detail);
        const names = all.map(({ holder }) => JSON.stringify(holder));
        expect(new Set(names).size).toBe(names.length);
        for (const { holder, cells, total } of all) {
          expect(sum(cells.map(({ amount }) => amount))).toBe(total);
          if (holder.kind !== "team") {
            expect(total).toBe(report.totals[holder.kind]);
            continue;
          }
          const own = report.leaves.filter(({ leaf }) => leaf.team === holder.name);
          const ofCells = (shared: boolean) =>
            sum(cells.filter(({ pool }) => (pool !== null) === shared).map(({ amount }) => amount));
          expect(ofCells(false)).toBe(sum(own.map(({ direct }) => direct)));
          expect(ofCells(true)).toBe(sum(own.map(({ shared }) => shared)));
        }
        expect(sum(all.map(({ total }) => total))).toBe(report.totals.bill);
      }),
      { numRuns: 300 },
    ));

  test("money of a day stands on that day, with its service and account", () =>
    assert(
      asyncProperty(cases.bills, async (bills) => {
        const { details } = await divided(bills, false);
        const found = new Map<string, bigint>();
        const expected = new Map<string, bigint>();
        const add = (sums: Map<string, bigint>, key: string, amount: bigint) => {
          const all = (sums.get(key) ?? 0n) + amount;
          if (all === 0n) sums.delete(key);
          else sums.set(key, all);
        };
        for await (const { cells } of details)
          for (const { service, account, day, amount } of cells)
            if (service === "AmazonEC2" && day > 0) add(found, `${account} ${day}`, amount);
        // What is out of scope follows nothing.
        for (const { service, lineItemType, account, day, amount } of bills.flat())
          if (
            service === "AmazonEC2" &&
            day > 0 &&
            (account === "3" || !["Tax", "Credit"].includes(lineItemType))
          )
            add(expected, `${account} ${day}`, parseAmount(amount));
        expect(found).toEqual(expected);
      }),
    ));

  test("a detail that is written comes back, and as the same text", () =>
    assert(
      asyncProperty(cases.bills, cases.pooled, async (bills, isPooled) => {
        const { details } = await divided(bills, isPooled);
        for await (const detail of details) {
          const text = detailText(detail);
          expect(readDetailText(text)).toEqual(detail);
          expect(detailText(readDetailText(text))).toBe(text);
        }
      }),
    ));
});
