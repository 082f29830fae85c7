import type { MemoryCharge } from "@tagledger/adapters/memory/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import type { Config } from "@tagledger/core/config/definition";
import { destinationKey } from "@tagledger/core/costs/attribution/destination";
import { sum } from "@tagledger/core/costs/money";
import { add, ONE, ZERO } from "@tagledger/core/costs/rational";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { canonicalSnapshot, digestOf } from "@tagledger/core/snapshots/canonical";
import { differenceBetween } from "@tagledger/core/snapshots/difference";
import { makeSnapshot, type Told } from "@tagledger/core/snapshots/make";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bill, configuration, divideWhole, usageRows } from "./arbitrary/division.ts";

const { sha256 } = nodeHash;
const AT = Date.UTC(2026, 9, 2);
const SOURCES = [
  {
    name: "prometheus",
    rows: 2,
    coverage: [{ pool: "p", metric: "m", hours: 1, of: 2 }],
    notes: ["b", "a"],
    problem: null,
  },
  { name: "cloudwatch", rows: 0, coverage: [], notes: [], problem: "unreachable" },
];
const BILLS = ["b", "a"].map((name, at) => ({
  export: name,
  version: `${at}`,
  sequence: at,
  deliveredAt: AT,
}));

async function snapshotOf(
  charges: readonly MemoryCharge[],
  config: Config,
  rows: readonly UsageRow[],
  more: Partial<Told> = {},
): Promise<Snapshot> {
  const { usage, ...divided } = await divideWhole(charges, config, rows);
  const told = {
    at: AT,
    bills: BILLS,
    config,
    configuration: sha256(canonicalConfig(config)),
    usage,
    sources: SOURCES,
    previous: null,
    difference: null,
  };
  return makeSnapshot(divided, { ...told, ...more }, sha256);
}

describe("a snapshot of any bill", () => {
  test("holds for each pool where all of it went, its fractions, and what rounding gave", () =>
    fc.assert(
      fc.asyncProperty(bill, configuration, usageRows, async (charges, config, rows) => {
        const { pools, report, followed } = await snapshotOf(charges, config, rows);
        for (const { amount, quantum, shares, completeness, confidence, dividedBy, method } of pools) {
          expect(sum(shares.map((share) => share.amount))).toBe(amount);
          const [size, sign] = amount < 0n ? [-amount, -1n] : [amount, 1n];
          for (const { weight, amount: part, units } of shares)
            expect(part).toBe(((size * weight.n) / (weight.d * quantum) + BigInt(units)) * quantum * sign);
          if (amount !== 0n) expect(shares.map(({ weight }) => weight).reduce(add, ZERO)).toEqual(ONE);
          const keys = shares.map(({ destination }) => destinationKey(destination));
          expect(keys).toEqual([...new Set(keys)].sort());
          expect(completeness === null).toBe(method !== "usage");
          expect(0n <= confidence.n && confidence.n <= confidence.d).toBe(true);
          if (dividedBy.method === "held") expect(confidence.n).toBe(0n);
        }
        const { bill: whole, direct, shared, unallocated, excluded } = report.totals;
        expect(direct + shared + unallocated + excluded).toBe(whole);
        expect(new Set(followed.map((each) => each.kind + destinationKey(each.destination))).size).toBe(
          followed.length,
        );
      }),
      { numRuns: 150 },
    ));

  test("is the same, to its digest, in whatever order all that it is made of comes", () =>
    fc.assert(
      fc.asyncProperty(bill, configuration, usageRows, async (charges, config, rows) => {
        const there = await snapshotOf(charges, config, rows);
        const back = await snapshotOf(charges.toReversed(), config, rows.toReversed(), {
          bills: BILLS.toReversed(),
          sources: SOURCES.toReversed(),
        });
        expect(canonicalSnapshot(back)).toBe(canonicalSnapshot(there));
        expect(back.digest).toBe(there.digest);
        expect(digestOf(there, sha256)).toBe(there.digest);
      }),
      { numRuns: 100 },
    ));

  test("has another digest when any of it is another, and the same id when its figures are the same", () =>
    fc.assert(
      fc.asyncProperty(bill, configuration, usageRows, async (charges, config, rows) => {
        const one = await snapshotOf(charges, config, rows);
        const others = await Promise.all([
          snapshotOf(charges, config, rows, { at: AT + 1 }),
          snapshotOf(charges, config, rows, { previous: "s0" }),
          snapshotOf(charges, config, rows, { difference: { since: "s0", teams: [] } }),
          snapshotOf(charges, config, rows, { sources: [] }),
        ]);
        expect(new Set([one, ...others].map(({ digest }) => digest)).size).toBe(others.length + 1);
        expect(new Set([one, ...others].map(({ id }) => id)).size).toBe(1);
        for (const [index, pool] of one.pools.entries()) {
          const pools = one.pools.with(index, { ...pool, amount: pool.amount + 1n });
          expect(digestOf({ ...one, pools }, sha256)).not.toBe(one.digest);
        }
      }),
      { numRuns: 50 },
    ));
});

test("its canonical form is JSON, with amounts and fractions as text", () =>
  fc.assert(
    fc.asyncProperty(bill, configuration, usageRows, async (charges, config, rows) => {
      const snapshot = await snapshotOf(charges, config, rows);
      const read: unknown = JSON.parse(canonicalSnapshot(snapshot));
      expect(read).toMatchObject({
        id: snapshot.id,
        at: AT,
        pools: snapshot.pools.map(({ pool }) => ({ pool })),
      });
      expect(read).not.toHaveProperty("digest");
      expect(read).toMatchObject({
        pools: snapshot.pools.map(() => ({ quantum: expect.stringMatching(/^0\.0*1$/) })),
      });
    }),
    { numRuns: 30 },
  ));

test("a restated bill, late usage and another configuration each explain their part of the difference", () =>
  fc.assert(
    fc.asyncProperty(
      fc.tuple(bill, bill),
      fc.tuple(configuration, configuration),
      fc.tuple(usageRows, usageRows),
      async ([oldBill, newBill], [oldConfig, newConfig], [early, late]) => {
        const both = [...early, ...late];
        const [before, billed, used, after] = await Promise.all([
          divideWhole(oldBill, oldConfig, early),
          divideWhole(newBill, oldConfig, early),
          divideWhole(newBill, oldConfig, both),
          divideWhole(newBill, newConfig, both),
        ]);
        const between = { bill: billed.report, usage: used.report };
        const { teams } = differenceBetween(before.snapshot, before.report, after.report, between);
        const causes = teams.map((each) => each.causes ?? { bill: 0n, usage: 0n, configuration: 0n });
        for (const [index, each] of teams.entries())
          expect(sum(Object.values(causes[index] ?? {}))).toBe(each.after - each.before);
        // Usage and rules only move money between teams, and to and from nobody.
        expect(sum(causes.map((each) => each.usage))).toBe(0n);
        expect(sum(causes.map((each) => each.configuration))).toBe(0n);
        expect(sum(causes.map((each) => each.bill))).toBe(
          after.report.totals.bill - before.report.totals.bill,
        );
      },
    ),
    { numRuns: 60 },
  ));
