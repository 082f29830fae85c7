import { billRecordsIn } from "@tagledger/adapters/ledger/bills/records";
import type { ItemStore } from "@tagledger/adapters/ledger/items";
import { expect, test } from "vitest";
import type { WithStore } from "../stores/with-store.ts";
import { PERIOD, VISION } from "./published.ts";
import { begin, type Course, courseOf, everything, restate } from "./restatement.ts";
import { itemByItem, watched } from "./watched.ts";

/** What readers find while somebody publishes. */
export function readerContract(withStore: WithStore): void {
  test("others find between any two writes the month of before or the new one, whole, and never the old one again", () =>
    withStore(async (store) => {
      const { before, after } = await courseOf(PERIOD);
      await begin(store, PERIOD);
      const seen: string[] = [];
      const look = async () => {
        const months = await everything(billRecordsIn(store), PERIOD);
        expect([before, after]).toContainEqual(months);
        seen.push(JSON.stringify(months[0]?.days[0]?.cells[0]?.amount === 8n * 10n ** 22n));
      };
      await restate(watched(store, { writing: look }), PERIOD);
      expect(seen.length).toBeGreaterThan(20);
      expect(seen).toEqual(seen.toSorted());
      expect(new Set(seen)).toEqual(new Set(["false", "true"]));
    }));

  test("whoever reads while others write, at any pace, finds a month of one version", () =>
    withStore(async (store) => {
      const { length } = (await courseOf(PERIOD)).then;
      for (let start = 0; start <= length; start += 1) {
        // So many writes happen before each look; in the end all at once.
        for (const pace of [0, 1, 2, 5, length])
          await readAmid(store, monthOf(start, pace), start, () => pace);
      }
    }));

  test("whoever reads item by item does so too, whenever all else happens", () =>
    withStore(async (store) => {
      const { length } = (await courseOf(PERIOD)).then;
      for (let start = 0; start <= length; start += 1) {
        for (let look = 1; look <= 8; look += 1) {
          const writes = (each: number) => (each === look ? length : 0);
          await readAmid(store, monthOf(start, look + 100), start, writes, itemByItem);
        }
      }
    }));
}

/** A month of its own for each case, so that one store serves all. */
function monthOf(start: number, pace: number): string {
  return `${1000 + start * 200 + pace}-09`;
}

/** Reads when some writes of a restatement were made, while others follow. */
async function readAmid(
  store: ItemStore,
  period: string,
  start: number,
  writesBefore: (look: number) => number,
  slowly: (store: ItemStore) => ItemStore = (fast) => fast,
): Promise<void> {
  const course: Course = await courseOf(period);
  for (const changes of course.first) await store.write(changes);
  const left = [...course.then];
  const write = async (count: number) => {
    for (const changes of left.splice(0, count)) expect(await store.write(changes)).toEqual([]);
  };
  await write(start);
  let look = 0;
  const reading = () => write(writesBefore(look++));
  const reader = billRecordsIn(slowly(watched(store, { reading })));
  const found = await reader.month(VISION, period);
  const [before, after] = [course.before, course.after].map((months) => months.at(-1));
  expect([before, after], `${period}: read after ${start} writes`).toContainEqual(found);
}
