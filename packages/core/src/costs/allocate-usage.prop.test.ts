import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { TagledgerError } from "../errors.ts";
import type { DividedPool } from "./allocate.ts";
import { allocate } from "./allocate.ts";
import { parseAmount, sum } from "./money.ts";
import { readUsage } from "./sharing/read-usage.ts";
import { used } from "./sharing/testing/share.ts";
import type { UsageRow } from "./sharing/usage.ts";
import { billOf, byTeam, divide, flawsOf, ONE_POOL, OPEN, only, PERIOD } from "./testing/divide-pools.ts";

const DAY = 86_400_000;

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 22 }))
  .map(([units, zeros]) => units * 10n ** BigInt(zeros))
  .filter((each) => each !== 0n);
describe("a team that only usage names", () => {
  test("bears its share where every value is a team", () => {
    const usage = [used("gpu", "known", "1"), used("gpu", "quiet", "3")];
    const allocation = allocate(billOf({ gpu: parseAmount("1") }, ["known"]), {
      config: OPEN,
      usage,
      period: PERIOD,
    });
    expect(byTeam(only(allocation))).toEqual({ known: parseAmount("0.25"), quiet: parseAmount("0.75") });
  });

  test("is everybody's company where a pool is divided evenly", () => {
    const text = `version: 1\npools:\n  - { name: gpu, method: usage, metric: { use: 1 } }\n  - { name: all, method: even }`;
    const { config } = loadConfig(text, "tagledger.yaml");
    const bill = billOf({ gpu: parseAmount("1"), all: parseAmount("1") }, ["known"]);
    const usage = [used("gpu", "quiet", "3"), used("gpu", "unowned:cron", "1"), used("gpu", "capacity", "9")];
    const { pools } = allocate(bill, { config, usage, period: PERIOD });
    expect(pools.map(byTeam)).toEqual([
      { quiet: parseAmount("0.75"), "no-team cron": parseAmount("0.25") },
      { known: parseAmount("0.5"), quiet: parseAmount("0.5") },
    ]);
  });
});

describe("use by nobody who is known", () => {
  const SEPARATE = loadConfig(
    `version: 1\n${ONE_POOL.replace("} }", "}, idle: separate }")}`,
    "tagledger.yaml",
  ).config;
  const use = fc.integer({ min: 0, max: 1_000 });

  test("takes its weight from no team's pocket: it stays unallocated, and counts against capacity", () =>
    fc.assert(
      fc.property(use, use, use, amount, (mine, nobodys, capacity, whole) => {
        fc.pre(mine + nobodys > 0);
        const usage = [
          used("gpu", "vision", String(mine)),
          used("gpu", "unowned:kube-system", String(nobodys)),
          used("gpu", "capacity", String(capacity)),
        ];
        const pool = only(divide(SEPARATE, { gpu: whole }, usage));
        expect(flawsOf(pool)).toEqual([]);
        const idle = Math.max(0, capacity - mine - nobodys);
        const all = BigInt(mine + nobodys + idle);
        const weights = Object.fromEntries(
          pool.shares.map(({ destination, weight }) => [
            destination.kind === "unallocated" ? destination.reason : destination.kind,
            (weight.n * all) / weight.d,
          ]),
        );
        const expected = { direct: BigInt(mine), "no-team": BigInt(nobodys), idle: BigInt(idle) };
        expect(weights).toEqual(
          Object.fromEntries(Object.entries(expected).filter(([, weight]) => weight > 0n)),
        );
      }),
    ));

  test("is of one name or another, and none is refused", () => {
    const rows = readUsage([used("gpu", "unowned:cron", "1"), used("gpu", "unowned:job", "1")], SEPARATE);
    expect(Object.keys(byTeam(only(divide(SEPARATE, { gpu: parseAmount("1") }, rows))))).toEqual([
      "no-team cron",
      "no-team job",
    ]);
    expect(() => readUsage([used("gpu", "unowned: ", "1")], SEPARATE)).toThrow(TagledgerError);
  });
});

describe("a team that was renamed within the month", () => {
  const RENAMED = loadConfig(
    `version: 1\nteams:\n  vision: { aliases: [{ name: optics, until: 2026-09-15 }] }\n  nlp: {}\n${ONE_POOL}`,
    "tagledger.yaml",
  ).config;
  const at = (day: number, team: string, quantity: string): UsageRow => {
    const start = PERIOD.start + (day - 1) * DAY;
    return used("gpu", team, quantity, { start, end: start + DAY });
  };
  const days = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100 })), {
    minLength: 1,
    maxLength: 30,
  });

  test("bears one share, by the old name until its day and by the new one after", () =>
    fc.assert(
      fc.property(days, amount, (all, whole) => {
        const others = at(1, "nlp", "7");
        const rows = (nameOn: (day: number) => string) =>
          readUsage(
            [others, ...all.map(([day, quantity]) => at(day, nameOn(day), String(quantity)))],
            RENAMED,
          );
        const renamed = divide(
          RENAMED,
          { gpu: whole },
          rows((day) => (day <= 15 ? "optics" : "vision")),
        );
        const always = divide(
          RENAMED,
          { gpu: whole },
          rows(() => "vision"),
        );
        expect(renamed.pools).toEqual(always.pools);
      }),
    ));

  test("is not known by the old name afterwards", () => {
    expect(() => readUsage([at(16, "optics", "1")], RENAMED)).toThrow('there is no team "optics"');
  });
});

describe("usage that comes late or is restated", () => {
  const rows = fc.array(
    fc.tuple(
      fc.constantFrom("a", "b", "c"),
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 0, max: 29 }),
    ),
    { minLength: 1, maxLength: 20 },
  );
  const rowOf = ([team, quantity, day]: readonly [string, number, number]): UsageRow =>
    used("gpu", team, String(quantity), {
      start: PERIOD.start + day * DAY,
      end: PERIOD.start + (day + 1) * DAY,
    });

  test("comes out as if it had been there from the start, and keeps every total", () =>
    fc.assert(
      fc.property(rows, rows, amount, (early, late, whole) => {
        const before = divide(OPEN, { gpu: whole }, early.map(rowOf));
        const after = divide(OPEN, { gpu: whole }, [...early, ...late].map(rowOf));
        const otherwise = divide(OPEN, { gpu: whole }, [...late, ...early].map(rowOf));
        expect(after.pools).toEqual(otherwise.pools);
        expect(flawsOf(only(after))).toEqual([]);
        const total = ({ shares }: DividedPool) => sum(shares.map((share) => share.amount));
        expect(total(only(after))).toBe(total(only(before)));
      }),
    ));

  test("in two samples weighs what it weighs in one", () =>
    fc.assert(
      fc.property(rows, amount, (all, whole) => {
        const halves = all.flatMap(([team, quantity, day]) => [
          rowOf([team, quantity, day]),
          rowOf([team, 2 * quantity, (day + 7) % 30]),
        ]);
        const once = all.map(([team, quantity, day]) => rowOf([team, 3 * quantity, day]));
        expect(divide(OPEN, { gpu: whole }, halves).pools).toEqual(divide(OPEN, { gpu: whole }, once).pools);
      }),
    ));
});
