import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { InFlight } from "./in-flight.ts";
import { readAhead } from "./read-ahead.ts";

test("no more is done at once than was said, and all of it is done", async () => {
  const flight = new InFlight(3);
  const counts = { now: 0, most: 0, done: 0 };
  for (let index = 0; index < 20; index += 1) {
    await flight.begin(async () => {
      counts.now += 1;
      counts.most = Math.max(counts.most, counts.now);
      await setTimeout(index % 4);
      counts.now -= 1;
      counts.done += 1;
    });
  }
  await flight.end();
  expect(counts).toEqual({ now: 0, most: 3, done: 20 });
});

test("what fails is told, and nothing is begun after it", async () => {
  const flight = new InFlight(1);
  const done: string[] = [];
  await flight.begin(async () => {
    throw new Error("no room");
  });
  await expect(flight.begin(async () => void done.push("second"))).rejects.toThrow("no room");
  await flight.settle();
  await expect(flight.end()).rejects.toThrow("no room");
  expect(done).toEqual([]);
});

test("what is read ahead comes in its order, and a few at once", async () => {
  const counts = { now: 0, most: 0 };
  const read = async (item: number) => {
    counts.now += 1;
    counts.most = Math.max(counts.most, counts.now);
    await setTimeout(5 - (item % 5));
    counts.now -= 1;
    return item * 2;
  };
  const found: number[] = [];
  for await (const item of readAhead([1, 2, 3, 4, 5, 6], 3, read)) found.push(item);
  expect(found).toEqual([2, 4, 6, 8, 10, 12]);
  expect(counts.most).toBe(3);
});

test("what cannot be read ahead is told when its turn comes", async () => {
  const read = async (item: number) => {
    if (item === 2) throw new Error("no such holder");
    return item;
  };
  const ahead = readAhead([1, 2, 3], 3, read);
  expect((await ahead.next()).value).toBe(1);
  await setTimeout(5);
  await expect(ahead.next()).rejects.toThrow("no such holder");
});
