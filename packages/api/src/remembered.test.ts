import { NO_LEAF } from "@tagledger/core/costs/leaf";
import type { Detail, DetailEntry } from "@tagledger/core/snapshots/detail";
import { expect, test } from "vitest";
import { remembering } from "./remembered.ts";
import type { Snapshots } from "./system.ts";

const cell = {
  leaf: NO_LEAF,
  service: "",
  account: "",
  day: 0,
  pool: null,
  reason: null,
  value: null,
  amount: 1n,
};

function entry(hash: string, total = 2n): DetailEntry {
  return { hash, holder: { kind: "team", name: "red" }, currency: "USD", cells: 2, total };
}

function store() {
  const read: string[] = [];
  const nothing = () => Promise.reject(new Error("nothing else is read"));
  const records: Snapshots = {
    ...{ states: nothing, state: nothing, read: nothing, details: nothing, readDetailBytes: nothing },
    async readDetailOf({ hash, holder, currency, total }): Promise<Detail> {
      read.push(hash);
      if (hash === "lost") throw new Error("lost");
      return { holder, period: "2026-09", basis: "effective", currency, total, cells: [cell, cell] };
    },
  };
  return { read, records };
}

test("what was read is not read again while it is remembered; what was asked for longest ago is forgotten first", async () => {
  const { read, records } = store();
  const { readDetailOf } = remembering(4)(records);
  for (const hash of ["a", "b", "a", "c", "a", "b"]) await readDetailOf(entry(hash));
  expect(read).toEqual(["a", "b", "c", "b"]);
});

test("what is larger than all that may be remembered is handed on all the same", async () => {
  const { read, records } = store();
  const { readDetailOf } = remembering(1)(records);
  expect((await readDetailOf(entry("a"))).cells).toHaveLength(2);
  await readDetailOf(entry("a"));
  expect(read).toEqual(["a", "a"]);
});

test("another total is held against what is stored, and what failed is tried again", async () => {
  const { read, records } = store();
  const { readDetailOf } = remembering()(records);
  await readDetailOf(entry("a"));
  await readDetailOf(entry("a", 3n));
  await expect(readDetailOf(entry("lost"))).rejects.toThrow("lost");
  await expect(readDetailOf(entry("lost"))).rejects.toThrow("lost");
  expect(read).toEqual(["a", "a", "lost", "lost"]);
});
