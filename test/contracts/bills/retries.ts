import { billRecordsIn } from "@tagledger/adapters/ledger/bills/records";
import { expect, test } from "vitest";
import type { WithStore } from "../stores/with-store.ts";
import { largeDay, makeDay, streamed } from "./days.ts";
import { EXPORT, ODD, PERIOD, POOL, point, publish, read, VISION } from "./published.ts";
import { AFTER, BEFORE, begin, courseOf, everything } from "./restatement.ts";
import { watched, writesOf } from "./watched.ts";

const SECOND = { export: EXPORT, period: PERIOD, sequence: 2 };

/** What becomes of days that were written before under the same number, or are as they were. */
export function retryContract(withStore: WithStore): void {
  test("writes nothing where all is as it was, of a thousand teams", () =>
    withStore(async (store) => {
      const days = Array.from({ length: 1000 }, (_, index) => {
        const team = { kind: "team", name: `team-${String(index).padStart(3, "0")}` } as const;
        return [makeDay(team, 1, index), makeDay(team, 2, index, 1)];
      }).flat();
      await publish(billRecordsIn(store), 1, days);
      let reads = 0;
      const counted = watched(store, { reading: async () => void reads++ });
      const writes = await writesOf(counted, async (seen) =>
        expect(await billRecordsIn(seen).writeDays(SECOND, [1], streamed(days))).toEqual({
          written: 0,
          removed: 0,
          unchanged: 2000,
        }),
      );
      expect(writes).toEqual([]);
      expect(reads).toBe(1001);
    }));

  test("writes nothing twice", () =>
    withStore(async (store) => {
      await begin(store, PERIOD);
      const first = await billRecordsIn(store).writeDays(SECOND, [1], streamed(AFTER));
      const writes = await writesOf(store, async (seen) =>
        expect(await billRecordsIn(seen).writeDays(SECOND, [1], streamed(AFTER))).toEqual(first),
      );
      expect(writes).toEqual([]);
    }));

  test("reads nothing of days that an earlier try wrote and the last did not", () =>
    withStore(async (store) => {
      await begin(store, PERIOD);
      const records = billRecordsIn(store);
      const others = [makeDay(POOL, 3, 9), makeDay(ODD, 8, 5), largeDay(VISION, 9, 1)];
      await records.writeDays(SECOND, [1], streamed(others));
      await records.writeDays(SECOND, [1], streamed(AFTER));
      await point(records, EXPORT, 2);
      expect(await everything(records, PERIOD)).toEqual((await courseOf(PERIOD)).after);
    }));

  test("reads a day of several items as the last try wrote it", () =>
    withStore(async (store) => {
      const records = billRecordsIn(store);
      await publish(records, 1, [makeDay(VISION, 8, 1), largeDay(VISION, 9, 1)]);
      const small = makeDay(VISION, 9, 1);
      for (const [first, last] of [
        [largeDay(VISION, 9, 2), small],
        [small, largeDay(VISION, 9, 3)],
        [largeDay(VISION, 9, 2), largeDay(VISION, 9, 3)],
        [largeDay(VISION, 9, 2), largeDay(VISION, 9, 1)],
      ] as const) {
        await records.writeDays(SECOND, [1], streamed([first]));
        await records.writeDays(SECOND, [1], streamed([last]));
        const state = await records.period(PERIOD);
        await point(records, EXPORT, 2);
        expect(await read(records, VISION)).toEqual([{ ...last, export: EXPORT }]);
        const { revision } = await records.period(PERIOD);
        await records.transact([{ kind: "period", state, revision }]);
      }
    }));

  test("writes a day anew of which a try wrote some items only", () =>
    withStore(async (store) => {
      const day = largeDay(VISION, 9, 4);
      const dies = watched(store, {
        async writing(changes) {
          const [change] = changes ?? [];
          if (change !== undefined && "item" in change && change.item.sort.endsWith("#0001")) {
            throw new Error("killed");
          }
        },
      });
      await expect(billRecordsIn(dies).writeDays(SECOND, [], streamed([day]))).rejects.toThrow("killed");
      const records = billRecordsIn(store);
      await publish(records, 2, [day]);
      expect(await read(records, VISION)).toEqual([{ ...day, export: EXPORT }]);
    }));

  test("gives up when days cannot be made, and leaves what is read as it is", () =>
    withStore(async (store) => {
      await begin(store, PERIOD);
      const records = billRecordsIn(store);
      async function* broken() {
        yield* AFTER.slice(0, 3);
        throw new Error("no more charges");
      }
      await expect(records.writeDays(SECOND, [1], broken())).rejects.toThrow("no more charges");
      expect((await everything(records, PERIOD)).flatMap(({ days }) => days)).toHaveLength(BEFORE.length);
    }));
}
