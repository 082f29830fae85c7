import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { AT, entryOf, eventOf, madeSnapshot, PERIOD, publishSnapshot } from "./made.ts";
import type { WithSnapshots } from "./stores.ts";

/** What is known of periods. */
export function stateContract(withSnapshots: WithSnapshots): void {
  test("is nothing at first", () =>
    withSnapshots(async ({ snapshots }) => {
      const nothing = { period: PERIOD, basis: "effective", revision: 0, snapshots: [], crossed: [] };
      expect(await snapshots.state(PERIOD, "effective")).toEqual(nothing);
      expect(await snapshots.states()).toEqual([]);
    }));

  test("changes only for who has seen it as it is, and then with its events or not at all", () =>
    withSnapshots(async ({ snapshots, ledger }) => {
      const [first, late] = [madeSnapshot("a"), madeSnapshot("b", { at: AT + 1 })];
      await snapshots.keep(first);
      await snapshots.keep(late);
      const write = (snapshot: typeof first, revision: number) =>
        snapshots.transact([
          { kind: "outgoing", event: eventOf(snapshot) },
          {
            kind: "snapshots",
            state: {
              period: PERIOD,
              basis: "effective",
              revision,
              snapshots: [entryOf(snapshot)],
              crossed: ["fraud 0.8"],
            },
            revision,
          },
        ]);
      expect(await write(first, 0)).toEqual({ done: true });
      expect(await write(late, 0)).toEqual({ done: false, refused: [1] });
      expect(await snapshots.state(PERIOD, "effective")).toEqual({
        period: PERIOD,
        basis: "effective",
        revision: 1,
        snapshots: [entryOf(first)],
        crossed: ["fraud 0.8"],
      });
      expect(await ledger.outgoing(10)).toEqual([eventOf(first)]);
      expect(await write(late, 1)).toEqual({ done: true });
      expect(await ledger.outgoing(10)).toEqual([eventOf(first), eventOf(late)]);
    }));

  test("changes only while what is read of its bills is as it was seen, if that is asked", () =>
    withSnapshots(async ({ snapshots, bills, ledger }) => {
      const snapshot = madeSnapshot("a");
      await snapshots.keep(snapshot);
      const write = async (revision: number) => {
        const state = await snapshots.state(PERIOD, "effective");
        return snapshots.transact([
          { kind: "outgoing", event: eventOf(snapshot) },
          {
            kind: "snapshots",
            state: { ...state, snapshots: [entryOf(snapshot)] },
            revision: state.revision,
          },
          { kind: "unchanged", period: PERIOD, revision },
        ]);
      };
      expect(await write(1)).toEqual({ done: false, refused: [2] });
      expect(await write(0)).toEqual({ done: true });
      const seen = await bills.period(PERIOD);
      const closed = { at: AT, by: "ann", reason: "paid" };
      await bills.transact([{ kind: "period", state: { ...seen, closed }, revision: 0 }]);
      expect(await write(0)).toEqual({ done: false, refused: [2] });
      expect((await snapshots.state(PERIOD, "effective")).revision).toBe(1);
      expect(await write(1)).toEqual({ done: true });
      expect(await bills.period(PERIOD)).toEqual({ ...seen, closed, revision: 1 });
      expect(await ledger.outgoing(10)).toEqual([eventOf(snapshot)]);
      const alone = (revision: number) =>
        snapshots.transact([{ kind: "unchanged", period: PERIOD, revision }]);
      expect([await alone(1), await alone(2)]).toEqual([{ done: true }, { done: false, refused: [0] }]);
    }));

  test("takes all that several write at once, each after the other, and loses none", () =>
    withSnapshots(async ({ snapshots, ledger }) => {
      const all = Array.from({ length: 8 }, (_, index) => madeSnapshot(`s${index}`, { at: AT + index }));
      await Promise.all(
        all.map(async (snapshot) => {
          while (!(await publishSnapshot(snapshots, snapshot)).done);
        }),
      );
      const state = await snapshots.state(PERIOD, "effective");
      expect(state.revision).toBe(all.length);
      expect(state.snapshots.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id));
      expect(await ledger.outgoing(20)).toHaveLength(all.length);
      for (const snapshot of all) expect(await snapshots.read(snapshot.id)).toEqual(snapshot);
    }));

  test("is listed by period and basis", () =>
    withSnapshots(async ({ snapshots }) => {
      for (const [period, basis] of [
        ["2026-10", "list"],
        ["2026-10", "effective"],
        ["2025-12", "effective"],
        ["2026-09", "billed"],
      ] as const)
        await publishSnapshot(snapshots, madeSnapshot(`${period} ${basis}`, { period, basis }));
      const states = await snapshots.states();
      expect(states.map(({ period, basis }) => [period, basis])).toEqual([
        ["2025-12", "effective"],
        ["2026-09", "billed"],
        ["2026-10", "effective"],
        ["2026-10", "list"],
      ]);
      expect(states[1]).toEqual(await snapshots.state("2026-09", "billed"));
    }));

  test("is kept where it is larger than an item may be", () =>
    withSnapshots(async ({ snapshots }) => {
      const crossed = Array.from({ length: 15_000 }, (_, index) =>
        createHash("sha256").update(String(index)).digest("base64"),
      );
      const state = { period: PERIOD, basis: "effective", revision: 0, snapshots: [], crossed } as const;
      expect(await snapshots.transact([{ kind: "snapshots", state, revision: 0 }])).toEqual({ done: true });
      expect(await snapshots.state(PERIOD, "effective")).toEqual({ ...state, revision: 1 });
    }));
}
