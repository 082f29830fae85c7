import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configOf } from "../../config/testing/config-of.ts";
import { type Action, breakers, type PastAction } from "./breakers.ts";

const NOW = Date.parse("2026-09-01T12:00:00Z");
const HOUR = 3_600_000;
const USD = 10n ** 24n;
const LIMITS = { account: 2, organization: 4, money: 100n * USD };
const breaker = breakers(
  configOf(
    'enforcement: { breaker: { perAccountPerHour: 2, perOrganizationPerHour: 4, usdPerHour: "100" } }',
  ),
);

function done(account: string | null, dollars: bigint | null, minutesAgo = 10): PastAction {
  return { at: NOW - minutesAgo * 60_000, account, usdPerHour: dollars === null ? null : dollars * USD };
}

describe("a breaker", () => {
  const free: Action = { account: "a", usdPerHour: 0n };

  test("is closed up to its limit", () => {
    expect(breaker([], free, NOW)).toBe("closed");
    expect(breaker([done("a", 0n)], free, NOW)).toBe("closed");
    expect(breaker([done("b", 60n)], { account: "a", usdPerHour: 40n * USD }, NOW)).toBe("closed");
  });

  test("opens by what happens in one account, which may be unknown", () => {
    const open = { open: "account", limit: 2, counted: 3 };
    expect(breaker([done("a", 0n), done("a", 0n)], free, NOW)).toEqual(open);
    expect(breaker([done(null, 0n), done(null, 0n)], { ...free, account: null }, NOW)).toEqual(open);
  });

  test("opens by what happens in all accounts together", () => {
    const recent = ["b", "b", "c", "d"].map((account) => done(account, 0n));
    expect(breaker(recent, free, NOW)).toEqual({ open: "organization", limit: 4, counted: 5 });
  });

  test("opens by money, to the last digit", () => {
    const over = { account: "a", usdPerHour: 40n * USD + 1n };
    expect(breaker([done("b", 60n)], over, NOW)).toEqual({
      open: "money",
      limit: LIMITS.money,
      counted: LIMITS.money + 1n,
    });
  });

  test("takes an unknown price for more than nothing, and for no number", () => {
    const unknown = { account: "a", usdPerHour: null };
    expect(breaker([done("b", 99n), done("c", null)], unknown, NOW)).toBe("closed");
    expect(breaker([done("b", 100n)], unknown, NOW)).toMatchObject({ open: "money" });
    expect(breaker([done("a", null), done("a", null)], unknown, NOW)).toMatchObject({ open: "account" });
  });

  test("takes no price below zero for room", () => {
    const recent = [done("b", -50n), done("c", 100n)];
    expect(breaker(recent, { account: "a", usdPerHour: 1n }, NOW)).toMatchObject({ open: "money" });
  });

  test("forgets what was done sixty minutes ago, and not what a fast clock dated later", () => {
    const twice = (minutes: number) => [done("a", 0n, minutes), done("a", 0n, minutes)];
    expect(breaker(twice(60), free, NOW)).toBe("closed");
    expect(breaker(twice(59), free, NOW)).not.toBe("closed");
    expect(breaker(twice(-5), free, NOW)).not.toBe("closed");
  });

  test("with a limit of nothing lets nothing through", () => {
    const none = breakers(configOf("enforcement: { breaker: { perAccountPerHour: 0 } }"));
    expect(none([], free, NOW)).toEqual({ open: "account", limit: 0, counted: 1 });
  });
});

const action = fc.record({
  account: fc.constantFrom("a", "b", "c", null),
  usdPerHour: fc.option(fc.bigInt({ min: -10n * USD, max: 60n * USD })),
});
const past = fc.tuple(action, fc.integer({ min: -HOUR / 2, max: 2 * HOUR })).map(([each, ago]) => ({
  ...each,
  at: NOW - ago,
}));

describe("whatever happened", () => {
  test("no order of it matters, and more of it never closes a breaker", () => {
    fc.assert(
      fc.property(fc.array(past), past, action, (recent, more, proposed) => {
        const said = breaker(recent, proposed, NOW);
        expect(breaker(recent.toReversed(), proposed, NOW)).toEqual(said);
        if (said !== "closed") expect(breaker([more, ...recent], proposed, NOW)).not.toBe("closed");
      }),
    );
  });

  test("no price is dearer than none at all: what an unknown one may not do, no known one may", () => {
    fc.assert(
      fc.property(fc.array(past), action, fc.bigInt({ min: 1n, max: USD }), (recent, proposed, price) => {
        if (breaker(recent, { ...proposed, usdPerHour: null }, NOW) === "closed") return;
        expect(breaker(recent, { ...proposed, usdPerHour: price }, NOW)).not.toBe("closed");
      }),
    );
  });

  test("no hour ever holds more than the limits", () => {
    const gaps = fc.array(fc.tuple(action, fc.integer({ min: 0, max: HOUR / 2 })), { maxLength: 40 });
    fc.assert(
      fc.property(gaps, (attempts) => {
        const acted: PastAction[] = [];
        let now = NOW;
        for (const [proposed, gap] of attempts) {
          now += gap;
          if (breaker(acted, proposed, now) === "closed") acted.push({ ...proposed, at: now });
          const hour = acted.filter(({ at }) => now - at < HOUR);
          expect(hour.length).toBeLessThanOrEqual(LIMITS.organization);
          for (const account of ["a", "b", "c", null]) {
            expect(hour.filter((each) => each.account === account).length).toBeLessThanOrEqual(
              LIMITS.account,
            );
          }
          const money = hour.reduce((sum, { usdPerHour }) => sum + (usdPerHour ?? 0n), 0n);
          expect(money <= LIMITS.money).toBe(true);
        }
      }),
    );
  });
});
