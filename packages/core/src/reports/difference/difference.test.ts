import { describe, expect, test } from "vitest";
import type { Cause, HolderChange } from "../../bills/change.ts";
import type { ComparedVersion, ComparedVersions } from "../../bills/compared.ts";
import type { Holder } from "../../bills/day.ts";
import { parseAmount, sum } from "../../costs/money.ts";
import { jsonDifference, renderDifferenceJson } from "./json.ts";
import { renderDifferenceText } from "./text.ts";

const VISION: Holder = { kind: "team", name: "vision" };
const NOBODY: Holder = { kind: "unallocated" };

const version: ComparedVersion = {
  id: "8d41f20a93b7c65e0f12",
  export: "ml-showback",
  sequence: 1,
  status: "superseded",
  deliveredAt: Date.UTC(2026, 9, 2),
  lines: 7,
};

function cause(amount: string, given: Partial<Cause> = {}): Cause {
  const kind = { account: "111122223333", service: "AmazonEC2", lineItemType: "Usage" };
  return { kind: "restated", ...kind, other: null, amount: parseAmount(amount), ...given };
}

function change(holder: Holder, before: string, causes: readonly Cause[]): HolderChange {
  const delta = sum(causes.map(({ amount }) => amount));
  return { holder, before: parseAmount(before), after: parseAmount(before) + delta, delta, causes };
}

function compared(changes: readonly HolderChange[]): ComparedVersions {
  const [before, after] = [changes.map((each) => each.before), changes.map((each) => each.after)].map(sum);
  return {
    period: "2026-09",
    basis: "effective",
    currency: "USD",
    before: version,
    after: { ...version, id: "b2", sequence: 2, status: "published", deliveredAt: Date.UTC(2026, 9, 3) },
    difference: { before: before ?? 0n, after: after ?? 0n, delta: (after ?? 0n) - (before ?? 0n), changes },
  };
}

const SAMPLE = compared([
  change(VISION, "100.5", [
    cause("5", { kind: "retagged", other: NOBODY }),
    cause("-0.000000000000000000000001"),
    cause("-1", { kind: "removed", lineItemType: "credit", service: "", account: "" }),
  ]),
  change(NOBODY, "5", [cause("-5", { kind: "retagged", other: VISION })]),
  change({ kind: "pool", name: "gpu\u202e" }, "0", [cause("2", { kind: "added", service: "AmazonS3" })]),
  change({ kind: "excluded" }, "3", [cause("1", { kind: "retagged" }), cause("-1", { kind: "retagged" })]),
]);

test("as text every digit is shown, for whom and why", () => {
  expect(renderDifferenceText(SAMPLE)).toMatchInlineSnapshot(`
    "September 2026, effective cost in USD
    before: version 1 (8d41f20a93b7) of ml-showback, delivered 2026-10-02T00:00:00.000Z, superseded
    after:  version 2 (b2) of ml-showback, delivered 2026-10-03T00:00:00.000Z, published

                      before                         after                   difference
    ────────────────  ──────  ────────────────────────────  ───────────────────────────
    vision             100.5  104.499999999999999999999999  +3.999999999999999999999999
    unallocated            5                             0                           -5
    pool gpu\\u{202e}       0                             2                           +2
    out of scope           3                             3                            0
    ────────────────  ──────  ────────────────────────────  ───────────────────────────
    the bill           108.5  109.499999999999999999999999  +0.999999999999999999999999

    vision                                                      +3.999999999999999999999999
    ───────────────────────────────  ─────────────────────────  ───────────────────────────
    AmazonEC2 Usage in 111122223333  retagged, was unallocated                           +5
    AmazonEC2 Usage in 111122223333  restated                   -0.000000000000000000000001
    credit                           removed                                             -1

    unallocated                                            -5
    ───────────────────────────────  ────────────────────  ──
    AmazonEC2 Usage in 111122223333  retagged, now vision  -5

    pool gpu\\u{202e}                       +2
    ──────────────────────────────  ─────  ──
    AmazonS3 Usage in 111122223333  added  +2

    out of scope                                0
    ───────────────────────────────  ────────  ──
    AmazonEC2 Usage in 111122223333  retagged  +1
    AmazonEC2 Usage in 111122223333  retagged  -1
    "
  `);
});

test("as text, of many causes the largest are named and the rest is summed", () => {
  const causes = Array.from({ length: 15 }, (_, n) => cause(`${20 - n}.01`, { service: `Service${n}` }));
  const text = renderDifferenceText(compared([change(VISION, "0", causes)]));
  expect(text).toContain("Service11 ");
  expect(text).not.toContain("Service12 ");
  expect(text).toMatch(/3 others +\+21\.03\n/);
});

test("as text, names that would drive a terminal are made visible", () => {
  expect(renderDifferenceText(SAMPLE)).toContain("pool gpu\\u{202e}");
});

test("a version does not differ from itself", () => {
  expect(renderDifferenceText(compared([]))).toContain("\nNo charge differs.\n");
  expect(jsonDifference(compared([]))).toMatchObject({ difference: "0", changes: [] });
});

describe("as JSON", () => {
  test("amounts are exact, and add up", () => {
    const { before, after, difference, changes } = JSON.parse(renderDifferenceJson(SAMPLE));
    expect([before.amount, after.amount, difference]).toEqual([
      "108.5",
      "109.499999999999999999999999",
      "0.999999999999999999999999",
    ]);
    for (const each of changes) {
      const parts = each.causes.map(({ amount }: { amount: string }) => parseAmount(amount));
      expect(sum(parts)).toBe(parseAmount(each.difference));
    }
  });

  test("versions, holders and causes are named", () => {
    expect(jsonDifference(SAMPLE)).toMatchObject({
      period: "2026-09",
      basis: "effective",
      currency: "USD",
      before: { version: "8d41f20a93b7c65e0f12", export: "ml-showback", sequence: 1, status: "superseded" },
      after: { version: "b2", deliveredAt: "2026-10-03T00:00:00.000Z", lines: 7 },
      changes: [
        {
          holder: "team",
          name: "vision",
          causes: [
            {
              kind: "retagged",
              service: "AmazonEC2",
              lineItemType: "Usage",
              account: "111122223333",
              other: { holder: "unallocated", name: null },
              amount: "5",
            },
            { kind: "restated", other: null },
            { kind: "removed" },
          ],
        },
        { holder: "unallocated", name: null },
        { holder: "pool" },
        { holder: "excluded" },
      ],
    });
  });
});
