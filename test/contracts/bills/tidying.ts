import { expect, test } from "vitest";
import type { WithRecords } from "./contract.ts";
import { makeDay, streamed } from "./days.ts";
import { EXPORT, PERIOD, point, publish, read, VISION } from "./published.ts";

/** What is removed, and what is not. */
export function tidyingContract(withRecords: WithRecords): void {
  test("removes what nobody reads any more, and nothing else", () =>
    withRecords(async (records) => {
      await publish(records, 1, [makeDay(VISION, 1, 100), makeDay(VISION, 2, 200), makeDay(VISION, 3, 300)]);
      await publish(records, 3, [makeDay(VISION, 1, 101), makeDay(VISION, 3, 300)]);
      const { pointers } = await records.period(PERIOD);
      // Somebody is about to publish these.
      await records.writeDays(
        { export: EXPORT, period: PERIOD, sequence: 4 },
        pointers[EXPORT]?.chain ?? [],
        streamed([makeDay(VISION, 1, 102)]),
      );
      const before = await read(records, VISION);
      // The day that was replaced, and the one that is gone.
      expect(await records.tidyDays(await records.period(PERIOD), EXPORT)).toBe(2);
      expect(await records.tidyDays(await records.period(PERIOD), EXPORT)).toBe(0);
      expect(await read(records, VISION)).toEqual(before);
      await point(records, EXPORT, 4);
      expect((await read(records, VISION)).map(({ day, cells }) => [day, cells[0]?.amount])).toEqual([
        [1, 102n * 10n ** 22n],
      ]);
      // Two days of before, and what said that one of before was gone: nothing can bring it back any more.
      expect(await records.tidyDays(await records.period(PERIOD), EXPORT)).toBe(3);
      expect(await records.tidyDays(await records.period(PERIOD), EXPORT)).toBe(0);
      expect(await read(records, VISION)).toHaveLength(1);
    }));

  test("lets nobody who is late in writing an older version bring back a day that is gone", () =>
    withRecords(async (records) => {
      const days = [makeDay(VISION, 1, 100), makeDay(VISION, 2, 200)];
      await publish(records, 1, days);
      await publish(records, 2, days.slice(0, 1));
      await records.tidyDays(await records.period(PERIOD), EXPORT);
      await records.writeDays({ export: EXPORT, period: PERIOD, sequence: 1 }, [], streamed(days));
      expect((await read(records, VISION)).map(({ day }) => day)).toEqual([1]);
      expect(await records.tidyDays(await records.period(PERIOD), EXPORT)).toBe(1);
      expect((await read(records, VISION)).map(({ day }) => day)).toEqual([1]);
    }));
}
