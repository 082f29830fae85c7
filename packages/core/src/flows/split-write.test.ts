import { expect, test } from "vitest";
import { makeAccrual, makeRecord, makeTagged } from "../ledger/testing/records.ts";
import { itemCount } from "../ledger/write.ts";
import type { HistoryWrite } from "./record-tagging.ts";
import { splitWrite } from "./split-write.ts";

function writeOf(lives: number, facts: number): HistoryWrite {
  const { resource } = makeRecord();
  const ids = Array.from({ length: lives }, (_, n) => `life-${n}`);
  return {
    kind: "resource",
    resource,
    version: 4,
    incarnations: ids.map((incarnation) => makeRecord({ incarnation })),
    accruals: ids.map((incarnation) => makeAccrual({ incarnation })),
    removed: ["before"],
    facts: Array.from({ length: facts }, (_, n) => makeTagged({ eventId: `event-${n}` })),
  };
}

test("what fits is written at once", () => {
  const write = writeOf(2, 10);
  expect(splitWrite(write, 99)).toEqual([write]);
});

test("what does not fit is written one part after the other, whole and once", () => {
  const write = writeOf(70, 150);
  const parts = splitWrite(write, 99);
  // 292 items besides the version of the history, which each part writes.
  expect(parts.map(({ version }) => version)).toEqual([4, 5, 6]);
  for (const part of parts) expect(itemCount([part])).toBeLessThanOrEqual(99);
  expect(parts.flatMap(({ incarnations }) => incarnations)).toEqual(write.incarnations);
  expect(parts.flatMap(({ accruals }) => accruals)).toEqual(write.accruals);
  expect(parts.flatMap(({ removed }) => removed)).toEqual(write.removed);
  expect(parts.flatMap(({ facts }) => facts)).toEqual(write.facts);
});

test("a life is written with what it costs, and all lives before the facts about them", () => {
  const parts = splitWrite(writeOf(70, 150), 99);
  for (const { incarnations, accruals } of parts) {
    expect(accruals.map(({ incarnation }) => incarnation)).toEqual(
      incarnations.map(({ incarnation }) => incarnation),
    );
  }
  const firstFacts = parts.findIndex(({ facts }) => facts.length > 0);
  expect(parts.slice(firstFacts + 1).flatMap(({ incarnations }) => incarnations)).toEqual([]);
});
