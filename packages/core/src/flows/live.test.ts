import { describe, expect, test } from "vitest";
import { periodAt } from "../costs/period.ts";
import { type AccrualRecord, accrualEnd } from "../ledger/accrual.ts";
import { makeAccrual, makeRecord } from "../ledger/testing/records.ts";
import type { Ledger } from "../ports.ts";
import { jsonLive } from "../reports/live/json.ts";
import { makeInterval } from "../reports/live/testing/make-spender.ts";
import { knownSpend, live } from "./live.ts";

/** What of a ledger is read, filled with accruals; pages hold one each. */
function ledgerOf(...all: readonly AccrualRecord[]) {
  const read: string[] = [];
  const ledger: Pick<Ledger, "accruals" | "resources"> = {
    async *accruals(month) {
      read.push(month);
      const [{ start, end }] = [periodAt(Date.parse(`${month}-01T00:00:00Z`))];
      for (const each of all) {
        if (each.start < end && (accrualEnd(each) ?? end) > start) yield [each];
      }
    },
    async resources({ verdict }) {
      const isListed = (each: AccrualRecord) => (accrualEnd(each) !== null) === (verdict === "gone");
      const created = all.filter(isListed).map(({ start }) => start);
      const items = created.length === 0 ? [] : [makeRecord({ created: Math.max(...created) })];
      return { items, next: null };
    },
  };
  return { read, ledger: ledger as Ledger };
}

const HOUR = 3_600_000;
const at = Date.UTC(2026, 8, 15);

function lasting(from: number, until: number | null): AccrualRecord {
  return makeAccrual({ start: from, intervals: [makeInterval({ from, until })] });
}

describe("live spend", () => {
  test("is that of the month that an instant lies in, from all pages", async () => {
    const { ledger, read } = ledgerOf(lasting(at - HOUR, null), lasting(at - 3 * HOUR, at - HOUR));
    const spend = jsonLive(await live({ ledger }, { at, groupBy: ["team"], where: {} }));
    expect(read).toEqual(["2026-09"]);
    expect(spend.rows).toEqual([
      {
        team: "fraud-detection",
        monthToDate: {
          amounts: [{ amount: "0.3", currency: "USD" }],
          resources: 2,
          unpriced: 0,
          mayHaveEnded: 0,
          unpricedHours: "0",
        },
        hourly: { amounts: [{ amount: "0.1", currency: "USD" }], resources: 1, unpriced: 0, mayHaveEnded: 0 },
      },
    ]);
  });

  test("filters and groups by what the resources are", async () => {
    const volume = { ...lasting(at - HOUR, null), type: "ec2:volume", id: "vol-1" };
    const { ledger } = ledgerOf(lasting(at - HOUR, null), volume);
    const where = { type: ["ec2:volume"] };
    const { rows } = await live({ ledger }, { at, groupBy: ["type", "account"], where });
    expect(rows.map(({ group }) => group)).toEqual([["ec2:volume", "111122223333"]]);
  });
});

describe("the months in which something cost", () => {
  const month = (index: number, hours = 0) => Date.UTC(2026, index, 10) + hours * HOUR;

  test.each<[string, AccrualRecord[], string[]]>([
    ["are none where nothing is known", [], []],
    [
      "are those of what is over",
      [lasting(month(5), month(5, 1)), lasting(month(6), month(6, 1))],
      ["2026-06", "2026-07"],
    ],
    [
      "go on to the end of what lasted longest",
      [lasting(month(5), month(8)), lasting(month(6), month(6, 1))],
      ["2026-06", "2026-07", "2026-08", "2026-09"],
    ],
    ["are the last in a row", [lasting(month(2), month(2, 1)), lasting(month(5), month(5, 1))], ["2026-06"]],
    [
      "are known as far as anything began of what goes on",
      [lasting(month(5), null), lasting(month(6), null)],
      ["2026-06", "2026-07"],
    ],
    [
      "are not those of what never cost anything",
      [lasting(month(3), month(3, 1)), makeAccrual({ start: month(5), intervals: [] })],
      ["2026-04"],
    ],
  ])("%s", async (_, all, expected) => {
    expect((await knownSpend(ledgerOf(...all)))?.months ?? []).toEqual(expected);
  });

  test("come with the instant at which the newest resource began", async () => {
    const all = [lasting(month(5), month(8)), lasting(month(6), null), lasting(month(6, 2), month(6, 3))];
    expect(await knownSpend(ledgerOf(...all))).toMatchObject({ newest: month(6, 2) });
  });

  test("are not looked for without end", async () => {
    const { ledger, read } = ledgerOf(makeAccrual({ start: at, intervals: [] }), lasting(0, 1));
    expect(await knownSpend({ ledger })).toBeNull();
    expect(read).toHaveLength(12);
  });
});
