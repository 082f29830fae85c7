import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { parseAmount } from "./money.ts";
import { used } from "./sharing/testing/share.ts";
import type { UsageRow } from "./sharing/usage.ts";
import { byTeam, divide, flawsOf, OPEN, only, PERIOD } from "./testing/divide-pools.ts";

const DAY = 86_400_000;

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 22 }))
  .map(([units, zeros]) => units * 10n ** BigInt(zeros))
  .filter((each) => each !== 0n);
const quantities = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 40 });

test("any pool is divided exactly, and each share says what rounding gave it", () =>
  fc.assert(
    fc.property(amount, quantities, (whole, all) => {
      const usage = all.map((quantity, index) => used("gpu", `team-${index}`, String(quantity)));
      expect(flawsOf(only(divide(OPEN, { gpu: whole }, usage)))).toEqual([]);
    }),
  ));

test("10,000 teams are given a pool exactly", () =>
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 1_000_003 }), (whole, step) => {
      const usage = Array.from({ length: 10_000 }, (_, index) =>
        used("gpu", `team-${index}`, `${1 + ((index * step) % 99_991)}.${index}`),
      );
      const pool = only(divide(OPEN, { gpu: whole }, usage));
      expect(pool.shares).toHaveLength(10_000);
      expect(flawsOf(pool)).toEqual([]);
    }),
    { numRuns: 5 },
  ));

test("a pool of fewer cents than teams gives a cent to some and nothing to the others", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (cents, more) => {
      const names = Array.from(
        { length: cents + more },
        (_, index) => `team-${String(index).padStart(3, "0")}`,
      );
      const usage = names.map((name) => used("gpu", name, "1"));
      const pool = only(divide(OPEN, { gpu: BigInt(cents) * 10n ** 22n }, usage));
      expect(flawsOf(pool)).toEqual([]);
      const cent = parseAmount("0.01");
      expect(byTeam(pool)).toEqual(
        Object.fromEntries(names.map((name, at) => [name, at < cents ? cent : 0n])),
      );
    }),
  ));

test("a team that alone uses more of a pool is never given less of it, rounding included", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -300, max: 300 }).filter((cents) => cents !== 0),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 50 }),
      (cents, all, pick, more) => {
        // Whoever else is rounded up in its place has a smaller remainder than before, and it a larger one.
        const team = pick % all.length;
        const given = [0, more].map((extra) => {
          const usage = all.map((quantity, index) =>
            used("gpu", `team-${index}`, String(quantity + (index === team ? extra : 0))),
          );
          return byTeam(only(divide(OPEN, { gpu: BigInt(cents) * 10n ** 22n }, usage)))[`team-${team}`] ?? 0n;
        });
        const [before = 0n, after = 0n] = given.map((amount) => (cents < 0 ? -amount : amount));
        expect(after).toBeGreaterThanOrEqual(before);
      },
    ),
    { numRuns: 1000 },
  ));

describe("what a pool was divided by", () => {
  const method = (text: string, usage: readonly UsageRow[] = []) => {
    const { config } = loadConfig(
      `version: 1\nteams: { a: {}, b: {} }\npools: [{ name: gpu, ${text} }]`,
      "t.yaml",
    );
    return only(divide(config, { gpu: parseAmount("1") }, usage)).dividedBy;
  };
  const USAGE = "method: usage, metric: { use: 1 }";
  const earlier = used("gpu", "a", "1", { start: PERIOD.start - 40 * DAY, end: PERIOD.start - 39 * DAY });

  test.each([
    ["usage of the month", USAGE, [used("gpu", "a", "1")], { method: "usage", usage: "2026-09" }],
    ["nothing, and is held", USAGE, [], { method: "held", usage: null }],
    [
      "usage of an earlier month",
      `${USAGE}, onMissingUsage: previous`,
      [earlier],
      { method: "usage", usage: "2026-07" },
    ],
    [
      "what came in place of usage",
      `${USAGE}, onMissingUsage: even`,
      [earlier],
      { method: "even", usage: null },
    ],
    ["its own method", "method: even", [], { method: "even", usage: null }],
  ] as const)("is %s", (_, text, usage, expected) => {
    expect(method(text, usage)).toEqual(expected);
  });
});
