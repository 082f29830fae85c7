import type { AccrualRecord } from "@tagledger/core/ledger/accrual";
import { ARN, DAY, makeAccrual, recorded, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { describe, expect, test } from "vitest";
import { changed } from "./changed.ts";
import { TEXTS } from "./texts.ts";

const AUGUST = Date.UTC(2026, 7);
const OCTOBER = Date.UTC(2026, 9);
const NOVEMBER = Date.UTC(2026, 10);
const MONTHS = ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2027-01"];

/** What every ledger holds of what resources cost. */
export function spendContract(open: () => Promise<Ledger>): void {
  test("comes back with its history, to the last digit, the oldest first", async () => {
    const ledger = await open();
    const [interval] = makeAccrual().intervals;
    if (interval === undefined) throw new Error("it costs nothing");
    const amounts = [0n, 1n, 10n ** 40n + 1n, 123_456_789_012_345_678_901_234_567_890n];
    const intervals = amounts.map((amount, hour) => ({
      ...interval,
      from: START + hour,
      until: START + hour + 1,
      price: {
        amount,
        stopped: -amount,
        currency: "#1",
        sources: [],
        assuming: ["#", "on demand"],
        until: null,
      },
    }));
    const accruals = [
      lasting(START, null, { incarnation: "a" }),
      makeAccrual({ incarnation: "b", intervals }),
      lasting(AUGUST, OCTOBER, { incarnation: "c" }),
      makeAccrual({
        incarnation: "d",
        start: NOVEMBER,
        intervals: [{ ...interval, price: { unknown: "spot" } }],
      }),
    ];
    await ledger.transact([recorded({}, { accruals })]);
    const [a, b, c, d] = accruals;
    expect((await ledger.history(ARN)).accruals).toEqual([c, a, b, d]);
    expect(await accrualsOf(ledger, "2026-09")).toEqual([a, b, c]);
  });

  describe("is listed in every month of its time:", () => {
    test.each([
      ["from within a month on", START + DAY, null, ["2026-09", "2026-10", "2026-11", "2027-01"]],
      ["from the beginning of a month on", OCTOBER, null, ["2026-10", "2026-11", "2027-01"]],
      ["until the end of a month", START + DAY, OCTOBER, ["2026-09"]],
      ["until the first moment of a month", START + DAY, OCTOBER + 1, ["2026-09", "2026-10"]],
      ["over a whole month", AUGUST + DAY, NOVEMBER - DAY, ["2026-08", "2026-09", "2026-10"]],
      ["a whole month", START, OCTOBER, ["2026-09"]],
      ["a moment", OCTOBER - 1, OCTOBER, ["2026-09"]],
      ["no time", START, START, []],
    ] as const)("%s", async (_, start, until, expected) => {
      const ledger = await open();
      const accrual = lasting(start, until);
      await ledger.transact([changed({ accruals: [accrual] })]);
      const listed = await Promise.all(MONTHS.map((month) => accrualsOf(ledger, month)));
      expect(MONTHS.filter((_month, index) => (listed[index] ?? []).length > 0)).toEqual(expected);
      expect(listed.flat()).toEqual(expected.map(() => accrual));
    });

    test("none, where nothing was ever there", async () => {
      const ledger = await open();
      await ledger.transact([changed({ accruals: [makeAccrual({ intervals: [] })] })]);
      expect(await accrualsOf(ledger, "2026-09")).toEqual([]);
      expect((await ledger.history(ARN)).accruals).toEqual([makeAccrual({ intervals: [] })]);
    });
  });

  test("is listed as it is known last: going on, ended, ended earlier, going on after all", async () => {
    const ledger = await open();
    for (const [version, until, months] of [
      [0, null, ["2026-09", "2026-10", "2026-11", "2027-01"]],
      [1, OCTOBER + DAY, ["2026-09", "2026-10"]],
      [2, START + DAY, ["2026-09"]],
      [3, START, []],
      [4, null, ["2026-09", "2026-10", "2026-11", "2027-01"]],
    ] as const) {
      await ledger.transact([changed({ version, accruals: [lasting(START, until)] })]);
      for (const month of MONTHS) {
        const expected = months.some((each) => each === month) ? [lasting(START, until)] : [];
        expect(await accrualsOf(ledger, month), `${version} ${month}`).toEqual(expected);
      }
    }
  });

  test("of anything is listed, whatever it is called", async () => {
    const ledger = await open();
    for (const text of TEXTS) {
      const accrual = makeAccrual({ resource: text, incarnation: text, id: text });
      await ledger.transact([changed({ resource: text, accruals: [accrual] })]);
    }
    const listed = await accrualsOf(ledger, "2026-09");
    expect(listed).toHaveLength(TEXTS.length);
    expect(new Set(listed.map(({ resource }) => resource))).toEqual(new Set(TEXTS));
  });

  test("is listed some at a time, though all share a part of the store", async () => {
    const ledger = await open();
    for (const [at, until] of [null, NOVEMBER].entries()) {
      for (let part = 0; part < 11; part += 1) {
        const accruals = Array.from({ length: 99 }, (_, index) =>
          lasting(START, until, { incarnation: `${until}-${part}-${index}` }),
        );
        await ledger.transact([changed({ version: at * 11 + part, accruals })]);
      }
    }
    const pages: number[] = [];
    const ids = new Set<string>();
    for await (const page of ledger.accruals("2026-10")) {
      pages.push(page.length);
      for (const { incarnation } of page) ids.add(incarnation);
    }
    expect(ids.size).toBe(2 * 11 * 99);
    expect(pages).toEqual([1000, 89, 1000, 89]);
  });

  test("is of the resource in whose history it stands", async () => {
    const foreign = changed({ accruals: [makeAccrual({ resource: "other" })] });
    await expect((await open()).transact([foreign])).rejects.toThrow(RangeError);
  });

  test.each(["", "2026", "2026-13", "2026-09-01"])("is not listed for %j", async (month) => {
    await expect(accrualsOf(await open(), month)).rejects.toMatchObject({ code: "bad-input" });
  });
}

/** All that cost something in a month, ordered by resource and incarnation. */
export async function accrualsOf(ledger: Ledger, month: string): Promise<AccrualRecord[]> {
  const found: AccrualRecord[] = [];
  for await (const page of ledger.accruals(month)) found.push(...page);
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ resource, incarnation }: AccrualRecord): string {
  return JSON.stringify([resource, incarnation]);
}

function lasting(from: number, until: number | null, given: Partial<AccrualRecord> = {}): AccrualRecord {
  const intervals = makeAccrual().intervals.map((interval) => ({ ...interval, from, until }));
  return makeAccrual({ start: from, intervals, ...given });
}
