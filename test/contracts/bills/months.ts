import { expect, test } from "vitest";
import type { WithRecords } from "./contract.ts";
import { largeDay, makeDay, streamed } from "./days.ts";
import { EXPORT, NOBODY, ODD, PERIOD, POOL, point, publish, read, VISION } from "./published.ts";

/** Whose charges stand on which day. */
export function monthContract(withRecords: WithRecords): void {
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

  test("shows the days of several exports, each by its own pointer", () =>
    withRecords(async (records) => {
      await publish(records, 1, [makeDay(VISION, 1, 100)], "one");
      await publish(records, 1, [makeDay(ODD, 5, 1), makeDay(VISION, 1, 200)], "two");
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
      const day = largeDay(VISION, 9, 1);
      await publish(records, 1, [day]);
      expect(await read(records, VISION)).toEqual([{ ...day, export: EXPORT }]);
    }));

  test("takes no days that are out of order, because it would lose some", () =>
    withRecords(async (records) => {
      const version = { export: EXPORT, period: PERIOD, sequence: 1 };
      const days = streamed([makeDay(VISION, 1, 1), makeDay(POOL, 1, 1)]);
      await expect(records.writeDays(version, [], days)).rejects.toThrow("ordered by holder");
    }));

  test("shows of an export that was given up and taken up again only what is new", () =>
    withRecords(async (records) => {
      await publish(records, 1, [makeDay(VISION, 1, 100), makeDay(VISION, 2, 200)]);
      const state = await records.period(PERIOD);
      const given = { ...state, pointers: {}, retired: { [EXPORT]: 1 } };
      await records.transact([{ kind: "period", state: given, revision: state.revision }]);
      const again = [makeDay(VISION, 2, 200)];
      expect(await publish(records, 2, again)).toEqual({ written: 1, removed: 0, unchanged: 0 });
      expect(await read(records, VISION)).toEqual(again.map((day) => ({ ...day, export: EXPORT })));
    }));
}
