import { array, assert, asyncProperty, bigInt, constantFrom, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, sum } from "../costs/money.ts";
import { attributed, chargesOf, configOf, type Line } from "../costs/testing/attribution.ts";
import { groupBy } from "../text/group-by.ts";
import type { Cause } from "./change.ts";
import { difference } from "./difference.ts";
import { PlacedSums } from "./placed-sums.ts";

const CONFIG = configOf(`
dimensions: { team: t }
tags: { t: { values: [vision, nlp, infra] } }
scope: { accounts: ["1", "2"] }
policies: { tax: follow, credit: follow, support: { pool: support } }
pools:
  - { name: eks, match: { service: eks }, method: even }
  - { name: support, method: proportional, order: last }`);

const line = record({
  account: constantFrom("1", "2", "3"),
  service: constantFrom("AmazonEC2", "AmazonEKS", "AWSSupportBusiness"),
  lineItemType: constantFrom("Usage", "Usage", "Tax", "Credit"),
  tags: record({ t: constantFrom("", "vision", "nlp", "infra", "bogus") }),
  amount: bigInt({ min: -2000n, max: 9000n }).map((n) => formatAmount(n * 10n ** 20n)),
});
const bills = array(line, { maxLength: 25 });
const runs = { numRuns: 300 };

async function sumsOf(lines: readonly Line[]) {
  const sums = new PlacedSums();
  const result = await attributed(CONFIG, chargesOf(CONFIG, lines), sums);
  return { sums: sums.of(result), total: sum([...result.totals.values()].map(({ amount }) => amount)) };
}

async function differenceOf(before: readonly Line[], after: readonly Line[]) {
  const [old, now] = [await sumsOf(before), await sumsOf(after)];
  return { ...difference(old.sums, now.sums, "USD"), totals: [old.total, now.total] };
}

describe("of any two versions", () => {
  test("what changed for holders sums to the difference of the bills, and its causes to each change", () =>
    assert(
      asyncProperty(bills, bills, async (before, after) => {
        const { changes, totals, ...whole } = await differenceOf(before, after);
        expect([whole.before, whole.after]).toEqual(totals);
        expect(sum(changes.map(({ delta }) => delta))).toBe(whole.after - whole.before);
        for (const { causes, delta, before: from, after: to } of changes) {
          expect(delta).toBe(to - from);
          expect(sum(causes.map(({ amount }) => amount))).toBe(delta);
        }
      }),
      runs,
    ));

  test("what changed hands comes to nothing, for each kind of charge", () =>
    assert(
      asyncProperty(bills, bills, async (before, after) => {
        const { changes } = await differenceOf(before, after);
        const moved = new Map<string, bigint>();
        for (const cause of changes.flatMap(({ causes }) => causes)) {
          if (cause.kind !== "retagged") continue;
          const key = JSON.stringify([cause.account, cause.service, cause.lineItemType]);
          moved.set(key, (moved.get(key) ?? 0n) + cause.amount);
        }
        expect([...moved.values()].filter((amount) => amount !== 0n)).toEqual([]);
      }),
      runs,
    ));

  test("no cause runs against its part of a change", () =>
    assert(
      asyncProperty(bills, bills, async (before, after) => {
        const { changes } = await differenceOf(before, after);
        for (const { causes } of changes) {
          const byKind = groupBy(causes, ({ account, service, lineItemType }) =>
            JSON.stringify([account, service, lineItemType]),
          );
          for (const some of byKind.values()) {
            expect(new Set(some.map(({ amount }) => amount > 0n)).size).toBe(1);
          }
        }
      }),
      runs,
    ));

  test("the way back is the same with the signs turned", () =>
    assert(
      asyncProperty(bills, bills, async (before, after) => {
        const { changes: there } = await differenceOf(before, after);
        const { changes: back } = await differenceOf(after, before);
        expect(
          back.map((each) => ({
            ...each,
            before: each.after,
            after: each.before,
            delta: -each.delta,
            causes: each.causes.map(turned).sort(byText),
          })),
        ).toEqual(there.map((each) => ({ ...each, causes: each.causes.toSorted(byText) })));
      }),
      runs,
    ));

  test("a version does not differ from itself, however its lines are ordered", () =>
    assert(
      asyncProperty(bills, async (lines) => {
        const { changes, delta } = await differenceOf(lines, lines.toReversed());
        expect([changes, delta]).toEqual([[], 0n]);
      }),
      runs,
    ));
});

function turned(cause: Cause): Cause {
  const kind = cause.kind === "added" ? "removed" : cause.kind === "removed" ? "added" : cause.kind;
  return { ...cause, kind, amount: -cause.amount };
}

function byText(a: Cause, b: Cause): number {
  return textOf(a) < textOf(b) ? -1 : 1;
}

function textOf({ amount, ...cause }: Cause): string {
  return JSON.stringify([Object.entries(cause).sort(), formatAmount(amount)]);
}
