import { createHash } from "node:crypto";
import { makeContents, makeVersion } from "@tagledger/core/bills/testing/make-version";
import { expect, test } from "vitest";
import { EXPORT, PERIOD, VISION } from "./published.ts";
import type { WithRecords } from "./stores.ts";

/** What is known of periods and versions. */
export function periodContract(withRecords: WithRecords): void {
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
      const version = makeVersion({ id: "v1", export: EXPORT });
      const first = await records.transact([
        { kind: "period", state: { ...state, sequences: { [EXPORT]: 1 } }, revision: 0 },
        { kind: "version", version },
      ]);
      expect(first).toEqual({ done: true });
      const late = await records.transact([
        { kind: "version", version: makeVersion({ id: "v2", export: EXPORT, sequence: 2 }) },
        { kind: "period", state, revision: 0 },
      ]);
      expect(late).toEqual({ done: false, refused: [1] });
      expect(await records.versions(PERIOD)).toEqual([version]);
      expect(await records.period(PERIOD)).toMatchObject({ revision: 1, sequences: { [EXPORT]: 1 } });
      expect((await records.periods()).map(({ period }) => period)).toEqual([PERIOD]);
    }));

  test("remembers a version only while a period is as it was seen, where that is asked", () =>
    withRecords(async (records) => {
      const [seen, version] = [await records.period(PERIOD), makeVersion({ id: "v1", export: EXPORT })];
      const asSeen = { kind: "unchanged", period: PERIOD, revision: 0 } as const;
      expect(await records.transact([asSeen, { kind: "version", version }])).toEqual({ done: true });
      await records.transact([{ kind: "period", state: seen, revision: 0 }]);
      const late = makeVersion({ id: "v1", export: EXPORT, status: "superseded" });
      expect(await records.transact([asSeen, { kind: "version", version: late }])).toEqual({
        done: false,
        refused: [0],
      });
      expect(await records.versions(PERIOD)).toEqual([version]);
    }));

  test("lists versions by export and number, as they were written last", () =>
    withRecords(async (records) => {
      const all = [
        makeVersion({ id: "b", export: EXPORT, sequence: 2, status: "staged" }),
        makeVersion({ id: "a", export: EXPORT, sequence: 10, status: "staged" }),
        makeVersion({ id: "c", export: "another", status: "staged" }),
      ];
      for (const version of all) await records.transact([{ kind: "version", version }]);
      const superseded = makeVersion({ id: "b", export: EXPORT, sequence: 2, status: "superseded" });
      await records.transact([{ kind: "version", version: superseded }]);
      expect((await records.versions(PERIOD)).map(({ id, status }) => [id, status])).toEqual([
        ["c", "staged"],
        ["b", "superseded"],
        ["a", "staged"],
      ]);
    }));

  test("keeps a version that is larger than an item may be", () =>
    withRecords(async (records) => {
      // Names that nothing can compress.
      const tagNames = Array.from({ length: 20_000 }, (_, index) =>
        createHash("sha256").update(String(index)).digest("base64"),
      );
      const version = makeVersion({ contents: makeContents({ tagNames }) });
      expect(await records.transact([{ kind: "version", version }])).toEqual({ done: true });
      expect(await records.versions(PERIOD)).toEqual([version]);
    }));

  test("refuses to write one version twice at once", () =>
    withRecords(async (records) => {
      const write = { kind: "version", version: makeVersion() } as const;
      expect(await records.transact([write])).toEqual({ done: true });
      const other = { kind: "version", version: makeVersion({ status: "refused" }) } as const;
      expect(await records.transact([write, other])).toEqual({ done: false, refused: [1] });
      expect(await records.versions(PERIOD)).toEqual([makeVersion()]);
    }));
}
