import { describe, expect, test } from "vitest";
import { parseAmount } from "../costs/money.ts";
import { type PublishedSnapshot, snapshotPublished } from "./snapshot-published.ts";

const SNAPSHOT: PublishedSnapshot = {
  id: "s2",
  period: "2026-09",
  currency: "EUR",
  basis: "billed",
  at: Date.UTC(2026, 9, 3),
  bills: [{ export: "ml", version: "v2", sequence: 2, deliveredAt: 0 }],
  configuration: "c",
  report: {
    totals: {
      bill: parseAmount("3.000000000000000000000001"),
      direct: parseAmount("1"),
      shared: parseAmount("2"),
      unallocated: 1n,
      excluded: 0n,
    },
  },
  pools: [
    { confidence: { n: 2n, d: 3n } },
    { confidence: { n: 1n, d: 2n } },
    { confidence: { n: 1n, d: 1n } },
  ],
  previous: "s1",
  difference: {
    since: "s1",
    teams: [
      { team: "a", before: 0n, after: 1n, causes: null },
      { team: "b", before: 1n, after: 1n, causes: { bill: 1n, usage: -1n, configuration: 0n } },
      { team: null, before: 0n, after: 1n, causes: null },
    ],
  },
  digest: "d",
};

test("a published snapshot tells what it comes to exactly, and how far it is measured", () => {
  expect(snapshotPublished(SNAPSHOT, 4).detail).toMatchObject({
    snapshot: "s2",
    previous: "s1",
    sequence: 4,
    bills: [{ export: "ml", version: "v2", sequence: 2 }],
    totals: {
      bill: "3.000000000000000000000001",
      direct: "1",
      shared: "2",
      unallocated: "0.000000000000000000000001",
      excluded: "0",
    },
    teamsChanged: 1,
    confidence: "1/2",
    at: "2026-10-03T00:00:00.000Z",
  });
});

test("the first snapshot of a month has no teams that changed, and one without pools is sure", () => {
  const first = { ...SNAPSHOT, pools: [], previous: null, difference: null };
  expect(snapshotPublished(first, 1).detail).toMatchObject({ teamsChanged: null, confidence: "1/1" });
});

describe("the id of a published snapshot", () => {
  test("is the same whenever it is told again", () => {
    const again = snapshotPublished({ ...SNAPSHOT, at: SNAPSHOT.at + 1 }, 4);
    expect(again.id).toBe(snapshotPublished(SNAPSHOT, 4).id);
    expect(again.detail.id).toBe(again.id);
  });

  test("is another when the same figures count again later", () => {
    expect(snapshotPublished(SNAPSHOT, 6).id).not.toBe(snapshotPublished(SNAPSHOT, 4).id);
  });
});
