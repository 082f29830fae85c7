import type { Holder, HolderDay } from "@tagledger/core/bills/day";
import type { PeriodState } from "@tagledger/core/bills/period-state";
import type { BillVersion } from "@tagledger/core/bills/version";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import { describe, expect, test } from "vitest";
import { makeDay, streamed } from "./days.ts";

const PERIOD = "2026-09";
const EXPORT = "ml #1/ü";
const VISION: Holder = { kind: "team", name: "vision" };
const ODD: Holder = { kind: "team", name: "a#b %é" };
const POOL: Holder = { kind: "pool", name: "vision" };
const NOBODY: Holder = { kind: "unallocated" };

/** What every store of bill records has to keep; each test has an empty one. */
export function billRecordsContract(
  name: string,
  withRecords: (use: (records: BillRecords) => Promise<void>) => Promise<void>,
) {
  /** Writes days under a number and has them read. */
  const publish = async (
    records: BillRecords,
    sequence: number,
    days: readonly HolderDay[],
    exportName = EXPORT,
  ) => {
    const state = await records.period(PERIOD);
    const before = state.pointers[exportName];
    const written = await records.writeDays(
      { export: exportName, period: PERIOD, sequence },
      before?.chain ?? [],
      streamed(days),
    );
    await point(records, exportName, sequence);
    return written;
  };
  const read = async (records: BillRecords, holder: Holder) => (await records.month(holder, PERIOD)).days;

  describe(`${name}, of bills,`, () => {
    test("knows nothing at first", () =>
      withRecords(async (records) => {
        expect(await records.period(PERIOD)).toMatchObject({
          period: PERIOD,
          revision: 0,
          closed: null,
          pointers: {},
        });
        expect(await records.periods()).toEqual([]);
        expect(await records.versions(PERIOD)).toEqual([]);
        expect(await records.holders(PERIOD)).toEqual([]);
        expect(await records.month(VISION, PERIOD)).toEqual({ holder: VISION, period: PERIOD, days: [] });
      }));

    test("changes a period only for who has seen it as it is, and then everything or nothing", () =>
      withRecords(async (records) => {
        const state = await records.period(PERIOD);
        const version = makeVersion("v1", 1);
        const first = await records.transact([
          { kind: "period", state: { ...state, sequences: { [EXPORT]: 1 } }, revision: 0 },
          { kind: "version", version },
        ]);
        expect(first).toEqual({ done: true });
        const late = await records.transact([
          { kind: "version", version: makeVersion("v2", 2) },
          { kind: "period", state, revision: 0 },
        ]);
        expect(late).toEqual({ done: false, refused: [1] });
        expect(await records.versions(PERIOD)).toEqual([version]);
        expect(await records.period(PERIOD)).toMatchObject({ revision: 1, sequences: { [EXPORT]: 1 } });
        expect((await records.periods()).map(({ period }) => period)).toEqual([PERIOD]);
      }));

    test("lists versions by export and number, as they were written last", () =>
      withRecords(async (records) => {
        const all = [
          makeVersion("b", 2),
          makeVersion("a", 10),
          { ...makeVersion("c", 1), export: "another" },
        ];
        for (const version of all) await records.transact([{ kind: "version", version }]);
        const superseded: BillVersion = { ...makeVersion("b", 2), status: "superseded" };
        await records.transact([{ kind: "version", version: superseded }]);
        expect((await records.versions(PERIOD)).map(({ id, status }) => [id, status])).toEqual([
          ["c", "staged"],
          ["b", "superseded"],
          ["a", "staged"],
        ]);
      }));

    test("shows days when a pointer names them, and not before", () =>
      withRecords(async (records) => {
        const days = [
          makeDay(POOL, 3, 7),
          makeDay(ODD, 0, -5),
          makeDay(VISION, 1, 100, 250),
          makeDay(VISION, 30, 1),
        ];
        await records.writeDays({ export: EXPORT, period: PERIOD, sequence: 1 }, [], streamed(days));
        expect(await read(records, VISION)).toEqual([]);
        await point(records, EXPORT, 1);
        expect(await read(records, VISION)).toEqual(days.slice(2).map((day) => ({ ...day, export: EXPORT })));
        expect(await read(records, ODD)).toEqual([{ ...days[1], export: EXPORT }]);
        expect(await read(records, POOL)).toEqual([{ ...days[0], export: EXPORT }]);
        expect(await read(records, NOBODY)).toEqual([]);
        expect(await records.holders(PERIOD)).toEqual(expect.arrayContaining([POOL, ODD, VISION]));
      }));

    test("writes no day that is as it was", () =>
      withRecords(async (records) => {
        const days = [makeDay(ODD, 2, 5), makeDay(VISION, 1, 100), makeDay(VISION, 2, 200)];
        expect(await publish(records, 1, days)).toEqual({ written: 3, removed: 0, unchanged: 0 });
        expect(await publish(records, 2, days)).toEqual({ written: 0, removed: 0, unchanged: 3 });
        const restated = [days[0], days[1], makeDay(VISION, 2, 201)].flatMap((day) => day ?? []);
        expect(await publish(records, 3, restated)).toEqual({ written: 1, removed: 0, unchanged: 2 });
        expect(await read(records, VISION)).toEqual(
          restated.slice(1).map((day) => ({ ...day, export: EXPORT })),
        );
      }));

    test("forgets days that are no more, of holders that are no more as well, and may show them again", () =>
      withRecords(async (records) => {
        const days = [makeDay(ODD, 2, 5), makeDay(VISION, 1, 100), makeDay(VISION, 2, 200)];
        await publish(records, 1, days);
        expect(await publish(records, 2, [makeDay(VISION, 2, 200)])).toEqual({
          written: 0,
          removed: 2,
          unchanged: 1,
        });
        expect([await read(records, ODD), (await read(records, VISION)).length]).toEqual([[], 1]);
        await publish(records, 3, days);
        expect([(await read(records, ODD)).length, (await read(records, VISION)).length]).toEqual([1, 2]);
      }));

    test("reads what was never published under no number", () =>
      withRecords(async (records) => {
        await publish(records, 1, [makeDay(VISION, 1, 100)]);
        const state = await records.period(PERIOD);
        const chain = state.pointers[EXPORT]?.chain ?? [];
        await records.writeDays(
          { export: EXPORT, period: PERIOD, sequence: 2 },
          chain,
          streamed([makeDay(VISION, 1, 999)]),
        );
        await publish(records, 3, [makeDay(VISION, 1, 100), makeDay(VISION, 2, 1)]);
        expect((await read(records, VISION)).map(({ cells }) => cells[0]?.amount)).toEqual([
          10n ** 24n,
          10n ** 22n,
        ]);
      }));

    test("removes what nobody reads any more, and nothing else", () =>
      withRecords(async (records) => {
        await publish(records, 1, [
          makeDay(VISION, 1, 100),
          makeDay(VISION, 2, 200),
          makeDay(VISION, 3, 300),
        ]);
        await publish(records, 3, [makeDay(VISION, 1, 101), makeDay(VISION, 3, 300)]);
        const { pointers } = await records.period(PERIOD);
        // Somebody is about to publish these.
        await records.writeDays(
          { export: EXPORT, period: PERIOD, sequence: 4 },
          pointers[EXPORT]?.chain ?? [],
          streamed([makeDay(VISION, 1, 102)]),
        );
        const before = await read(records, VISION);
        // The day that was replaced, the one that is gone, and what says so.
        expect(await records.tidyDays(await records.period(PERIOD), EXPORT)).toBe(3);
        expect(await records.tidyDays(await records.period(PERIOD), EXPORT)).toBe(0);
        expect(await read(records, VISION)).toEqual(before);
        await point(records, EXPORT, 4);
        expect((await read(records, VISION)).map(({ day, cells }) => [day, cells[0]?.amount])).toEqual([
          [1, 102n * 10n ** 22n],
        ]);
      }));

    test("shows the days of several exports, each by its own pointer", () =>
      withRecords(async (records) => {
        await publish(records, 1, [makeDay(VISION, 1, 100)], "one");
        await publish(records, 1, [makeDay(VISION, 1, 200), makeDay(ODD, 5, 1)], "two");
        expect((await read(records, VISION)).map((day) => [day.export, day.totals.effective])).toEqual([
          ["one", 10n ** 24n],
          ["two", 2n * 10n ** 24n],
        ]);
        const state = await records.period(PERIOD);
        const { one: _one, ...pointers } = state.pointers;
        const retired = { one: state.sequences.one ?? 0 };
        await records.transact([
          { kind: "period", state: { ...state, pointers, retired }, revision: state.revision },
        ]);
        expect((await read(records, VISION)).map((day) => day.export)).toEqual(["two"]);
        expect(await records.tidyDays(await records.period(PERIOD), "one")).toBe(1);
        expect((await read(records, VISION)).map((day) => day.export)).toEqual(["two"]);
      }));

    test("keeps days that are larger than an item may be", () =>
      withRecords(async (records) => {
        // Amounts that nothing can compress.
        const amounts = Array.from({ length: 60_000 }, (_, index) => Math.imul(index + 1, 0x9e3779b1) >>> 0);
        const day = makeDay(VISION, 9, ...amounts);
        await publish(records, 1, [day]);
        expect(await read(records, VISION)).toEqual([{ ...day, export: EXPORT }]);
      }));
  });
}

async function point(records: BillRecords, name: string, sequence: number): Promise<void> {
  const state = await records.period(PERIOD);
  const chain = [...(state.pointers[name]?.chain ?? []), sequence];
  const pointer = {
    version: `v${sequence}`,
    sequence,
    chain,
    deliveredAt: sequence,
    payers: [],
    configuration: "",
  };
  const changed: PeriodState = {
    ...state,
    pointers: { ...state.pointers, [name]: pointer },
    sequences: { ...state.sequences, [name]: sequence },
  };
  expect(await records.transact([{ kind: "period", state: changed, revision: state.revision }])).toEqual({
    done: true,
  });
}

function makeVersion(id: string, sequence: number): BillVersion {
  return {
    id,
    export: EXPORT,
    period: PERIOD,
    execution: "run",
    source: "bills/Manifest.json",
    deliveredAt: 1,
    sequence,
    status: "staged",
    at: 2,
    reason: null,
    configuration: "c",
    contents: null,
    days: null,
  };
}
