import { expect, test } from "vitest";
import type { Basis } from "../costs/charge.ts";
import { configOf } from "../costs/testing/attribution.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { SnapshotState } from "../snapshots/state.ts";
import { madeSnapshot } from "../snapshots/testing/made-snapshot.ts";
import { findSnapshot, readSnapshot } from "./find-snapshot.ts";

const made = await madeSnapshot(configOf(""), []);

function stateOf(period: string, basis: Basis, ids: readonly string[]): SnapshotState {
  const snapshots = ids.map((id) => ({ id, digest: "", at: 0, bills: [], configuration: "" }));
  return { period, basis, revision: 1, snapshots, crossed: [] };
}

/** Records of these states; all snapshots are kept but those whose id begins with `gone`. */
function recordsOf(...states: SnapshotState[]) {
  const read = async (id: string): Promise<Snapshot | null> =>
    id.startsWith("gone") ? null : { ...made, id };
  return { states: async () => states, read };
}

const RECORDS = recordsOf(
  stateOf("2026-08", "effective", ["aa1", "aa2"]),
  stateOf("2026-09", "billed", ["b1"]),
  stateOf("2026-09", "effective", []),
  stateOf("2026-10", "effective", ["gone1"]),
);

test("of a month, the newest snapshot on the basis is the one that is read", async () => {
  expect((await readSnapshot(RECORDS, { period: "2026-08", basis: "effective" })).id).toBe("aa2");
  expect((await readSnapshot(RECORDS, { basis: "billed" })).id).toBe("b1");
});

test("a month must be chosen where there are several, and one without a snapshot is refused", async () => {
  await expect(readSnapshot(RECORDS, { basis: "effective" })).rejects.toThrow(
    "there are snapshots of several months (2026-08, 2026-10); choose one",
  );
  await expect(readSnapshot(RECORDS, { period: "2026-09", basis: "effective" })).rejects.toThrow(
    "no snapshot of 2026-09 on effective cost was made; tagledger allocate makes one",
  );
  await expect(readSnapshot(RECORDS, { period: "2026-13", basis: "effective" })).rejects.toThrow("2026-13");
});

test("of several snapshots with one id each is found by its digest, and the newest by the id", async () => {
  const entry = (id: string, digest: string) => ({ id, digest, at: 0, bills: [], configuration: "" });
  const snapshots = [entry("aa1", "d1"), entry("bb1", "d2"), entry("aa1", "e1")];
  const read = async (id: string, digest = "") => ({ ...made, id, digest });
  const state = { period: "2026-09", basis: "effective", revision: 3, snapshots, crossed: [] } as const;
  const records = { states: async () => [state], read };
  const found = async (named: string) => {
    const { id, digest } = await findSnapshot(records, named);
    return [id, digest];
  };
  expect(await found("aa1")).toEqual(["aa1", "e1"]);
  expect(await found("aa")).toEqual(["aa1", "e1"]);
  expect(await found("d1")).toEqual(["aa1", "d1"]);
  expect(await found("e")).toEqual(["aa1", "e1"]);
  expect(await found("d2")).toEqual(["bb1", "d2"]);
  await expect(found("d")).rejects.toThrow(
    "d: several snapshots begin so, say more of it: aa1 with the digest d1, bb1",
  );
  await expect(found("c")).rejects.toThrow("there are aa1 with the digest d1, bb1, aa1 with the digest e1");
  expect((await readSnapshot(records, { basis: "effective" })).digest).toBe("e1");
});

test("a snapshot is found by its id or what only that begins with", async () => {
  expect((await findSnapshot(RECORDS, "aa1")).id).toBe("aa1");
  expect((await findSnapshot(RECORDS, "b")).id).toBe("b1");
  await expect(findSnapshot(RECORDS, "aa")).rejects.toThrow(
    "aa: several snapshots begin so, say more of it: aa1, aa2",
  );
  await expect(findSnapshot(RECORDS, "c")).rejects.toThrow(
    "there is no such snapshot; there are aa1, aa2, b1, gone1",
  );
  await expect(findSnapshot(recordsOf(), "c")).rejects.toThrow("none was made");
  await expect(findSnapshot(RECORDS, "gone")).rejects.toThrow("gone1: this snapshot is not kept any more");
});
