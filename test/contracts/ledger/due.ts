import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import { ARN, DAY, MINUTE, makeRecord, recorded, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { changed } from "./changed.ts";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of what has to be looked at again. */
export function dueContract(open: () => Promise<Ledger>): void {
  /** Forty resources, due in another order than they are named, two at each minute. */
  const records = Array.from({ length: 40 }, (_, index) =>
    makeRecord({ resource: `name-${index + 10}`, due: START + (((index * 7) % 40) >> 1) * MINUTE }),
  );
  const ordered = records.toSorted((a, b) => dueOf(a) - dueOf(b) || (a.resource < b.resource ? -1 : 1));

  const filled = async () => {
    const ledger = await open();
    await ledger.transact(records.map((record) => recorded(record)));
    return ledger;
  };

  test("is listed by how long it waits, then by name", async () => {
    expect(await (await filled()).due(START + DAY, 1000)).toEqual(ordered);
  });

  test.each([1, 3, 39, 40, 41])("is listed up to a limit: %i", async (limit) => {
    expect(await (await filled()).due(START + DAY, limit)).toEqual(ordered.slice(0, limit));
  });

  test("is due at its instant, not a moment before", async () => {
    const ledger = await filled();
    expect(await ledger.due(START - 1, 100)).toEqual([]);
    expect(await ledger.due(START, 100)).toEqual(ordered.slice(0, 2));
    expect(await ledger.due(START + MINUTE - 1, 100)).toEqual(ordered.slice(0, 2));
    expect(await ledger.due(START + MINUTE, 100)).toEqual(ordered.slice(0, 4));
  });

  test("is so for as long as its record says, and when that says", async () => {
    const ledger = await open();
    const listed = async () => (await ledger.due(START + 1, 10)).map(({ due }) => due);
    for (const [version, due, expected] of [
      [0, null, []],
      [1, START, [START]],
      [2, START + 1, [START + 1]],
      [3, START + 2, []],
      [4, START, [START]],
      [5, null, []],
    ] as const) {
      await ledger.transact([recorded({ due }, { version })]);
      expect(await listed(), `${version}`).toEqual(expected);
    }
  });

  test("is every incarnation by itself, whatever its state", async () => {
    const ledger = await open();
    const incarnations = ["b", "a", "c"].map((incarnation) =>
      makeRecord({ incarnation, due: START, state: incarnation === "c" ? "gone" : "pending" }),
    );
    await ledger.transact([changed({ incarnations })]);
    const listed = await ledger.due(START, 10);
    expect(listed.map(({ incarnation }) => incarnation)).toEqual(["a", "b", "c"]);
  });

  test("may be called anything", async () => {
    const ledger = await open();
    for (const text of TEXTS)
      await ledger.transact([recorded({ resource: text, incarnation: text, due: START })]);
    const listed = await ledger.due(START, 1000);
    expect(new Set(listed.map(({ resource }) => resource))).toEqual(new Set(TEXTS));
  });

  test("is as many as are asked for, though all share a part of the store", async () => {
    const ledger = await open();
    const ids = Array.from({ length: 1100 }, (_, index) => `${index + 1000}`);
    for (let start = 0; start < ids.length; start += 99) {
      const incarnations = ids
        .slice(start, start + 99)
        .map((incarnation) => makeRecord({ incarnation, due: START }));
      await ledger.transact([changed({ version: start / 99, incarnations })]);
    }
    const listed = await ledger.due(START, 1000);
    expect(listed.map(({ incarnation }) => incarnation)).toEqual(ids.slice(0, 1000));
    expect((await ledger.history(ARN)).incarnations).toHaveLength(1100);
  });

  test.each([0, -1, 1.5, 1001, Number.NaN])("is not listed up to %d", async (limit) => {
    await expect((await open()).due(START, limit)).rejects.toThrow(RangeError);
  });
}

function dueOf({ due }: ResourceRecord): number {
  return due ?? Number.POSITIVE_INFINITY;
}
