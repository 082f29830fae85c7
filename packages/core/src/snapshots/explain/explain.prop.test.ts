import { array, assert, asyncProperty, bigInt, constantFrom, integer, record } from "fast-check";
import { expect, test } from "vitest";
import { formatAmount, sum } from "../../costs/money.ts";
import { add, multiply, rational, ZERO } from "../../costs/rational.ts";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import { attributed, chargesOf, type Line } from "../../costs/testing/attribution.ts";
import { fairness } from "../fairness/fairness.ts";
import { madeSnapshot } from "../testing/made-snapshot.ts";
import { explain } from "./explain.ts";
import { LinesOf } from "./lines.ts";
import { whatIf } from "./what-if.ts";

const TEAMS = ["a", "b", "c"];
const POOLS = ["obs", "k8s", "even"];
const RULES = `
  - { name: obs, match: { service: obs }, method: usage, metric: { use: 2, calls: 1 }, onMissingUsage: even }
  - { name: k8s, match: { service: k8s }, method: usage, metric: { use: 1 } }
  - { name: even, match: { service: even }, method: even, to: [a, "pool:k8s", b] }
policies: { tax: follow, refund: { pool: obs } }
dimensions: { team: [ml-team] }`;

const line = record({
  service: constantFrom("obs", "k8s", "even", "AmazonS3"),
  lineItemType: constantFrom("Usage", "Usage", "Usage", "Tax", "Refund"),
  usageType: constantFrom("x", "y"),
  team: constantFrom("a", "b", ""),
  units: bigInt({ min: -(10n ** 7n), max: 10n ** 9n }),
}).map(
  ({ team, units, ...facts }): Line => ({
    ...facts,
    amount: formatAmount(units * 10n ** 19n),
    ...(team === "" ? {} : { tags: { "ml-team": team } }),
  }),
);
const row = record({
  pool: constantFrom("obs", "k8s"),
  team: constantFrom(...TEAMS, "pool:obs", "pool:k8s", "unowned:x"),
  metric: constantFrom("use", "calls"),
  quantity: integer({ min: 0, max: 50 }),
}).map(({ pool, team, metric, quantity }) => used(pool, team, String(quantity), { metric }));
const allocation = constantFrom("direct", "step-down", "reciprocal");

test("the parts of an explanation always sum to the digit", () =>
  assert(
    asyncProperty(
      array(line, { minLength: 1, maxLength: 12 }),
      array(row, { maxLength: 10 }),
      allocation,
      async (lines, usage, how) => {
        const config = sharingConfig(TEAMS, RULES, how);
        const bill = await madeSnapshot(config, lines, usage);
        for (const team of bill.report.leaves.flatMap(({ leaf }) => leaf.team ?? [])) {
          const found = new LinesOf({ pools: new Set(POOLS), team });
          const charges = await attributed(config, chargesOf(config, lines), found);
          const told = explain(bill, { team }, found.of(charges));
          expect(told.direct + told.shared).toBe(told.total);
          expect(sum(told.pools.map(({ share }) => share))).toBe(told.shared);
          expect(sum((told.established ?? []).map(({ amount }) => amount))).toBe(told.direct);
          for (const each of told.established ?? []) expect(totalOf(each.lines)).toBe(each.amount);
          for (const pool of told.pools) {
            expect(totalOf(pool.lines)).toBe(pool.amount);
            expect(sum(pool.leaves.map(({ amount }) => amount))).toBe(pool.share);
            expect(pool.ways.ways.reduce((all, { fraction }) => add(all, fraction), pool.ways.rest)).toEqual(
              pool.weight,
            );
            expect(pool.ways.rest.n >= 0n).toBe(true);
            for (const leaf of pool.leaves) {
              expect(leaf.units).toBe(leaf.rounding.rank <= leaf.rounding.left ? 1 : 0);
              const exact = multiply(leaf.weight, { n: pool.amount, d: 1n });
              const off = leaf.amount * exact.d - exact.n;
              expect((off < 0n ? -off : off) < pool.quantum * exact.d).toBe(true);
            }
          }
          for (const driver of told.drivers) {
            const whole = driver.consumers.reduce((all, { fraction }) => add(all, fraction ?? ZERO), ZERO);
            expect(whole).toEqual({ n: 1n, d: 1n });
          }
        }
      },
    ),
    { numRuns: 150 },
  ));

test("what one team saves by using less, others pay, to the digit; and it never pays more for less", () =>
  assert(
    asyncProperty(array(row, { minLength: 1, maxLength: 8 }), allocation, async (usage, how) => {
      const lines = ["obs", "k8s"].map((service) => ({ service, amount: "1000.01" }));
      const bill = await madeSnapshot(sharingConfig(TEAMS, RULES, how), lines, [
        ...usage,
        used("obs", "a", "7"),
      ]);
      const { changes } = whatIf(bill, { team: "a", metric: "use", factor: rational(1n, 3n) });
      expect(sum(changes.map(({ difference }) => difference))).toBe(0n);
      expect(changes.reduce((all, { exact }) => add(all, exact), ZERO)).toEqual(ZERO);
      const own = changes.find(({ team }) => team === "a");
      expect(own === undefined || own.exact.n <= 0n).toBe(true);
    }),
    { numRuns: 150 },
  ));

test("no group of teams bears more than alone exactly where no group is found", () =>
  assert(
    asyncProperty(array(row, { maxLength: 8 }), allocation, async (usage, how) => {
      const lines = ["obs", "k8s", "even"].map((service, index) => ({
        service,
        amount: `${10 * index + 5}`,
      }));
      const bill = await madeSnapshot(sharingConfig(TEAMS, RULES, how), lines, usage);
      const { teams, coalition } = fairness(bill);
      const measured = teams.flatMap(({ unused }) => unused.filter((pool) => pool.measured));
      if (measured.length === 0) expect(coalition).toBeNull();
      if (coalition !== null) {
        expect(coalition.share - coalition.alone).toBe(coalition.excess);
        expect(coalition.excess > 0n).toBe(true);
      }
    }),
    { numRuns: 150 },
  ));

function totalOf(lines: readonly { readonly amount: bigint }[] | null): bigint {
  return sum((lines ?? []).map(({ amount }) => amount));
}
