import { expect, test } from "vitest";
import { AT, madeSnapshot, publishSnapshot, usageRow } from "./made.ts";
import type { WithSnapshots } from "./stores.ts";

/** How snapshots are kept. */
export function keepingContract(withSnapshots: WithSnapshots): void {
  test("comes back whole, to the last digit", () =>
    withSnapshots(async ({ snapshots }) => {
      const snapshot = madeSnapshot("a");
      await snapshots.keep(snapshot);
      expect(await snapshots.read("a")).toEqual(snapshot);
      expect(await snapshots.read("b")).toBeNull();
    }));

  test("of several megabytes comes back whole", () =>
    withSnapshots(async ({ snapshots }) => {
      const usage = Array.from({ length: 40_000 }, (_, index) => usageRow(index));
      const snapshot = madeSnapshot("a", { usage });
      await snapshots.keep(snapshot);
      const read = await snapshots.read("a");
      expect(read?.usage).toHaveLength(usage.length);
      expect(read).toEqual(snapshot);
    }));

  test("is the one that a state named last, where several have its id", () =>
    withSnapshots(async ({ snapshots }) => {
      const [first, other, again] = [
        madeSnapshot("a"),
        madeSnapshot("b", { at: AT + 1, previous: "a" }),
        madeSnapshot("a", { at: AT + 2, previous: "b" }),
      ];
      await publishSnapshot(snapshots, first);
      await publishSnapshot(snapshots, other);
      await snapshots.keep(again);
      expect(await snapshots.read("a")).toEqual(first);
      await publishSnapshot(snapshots, again);
      expect(await snapshots.read("a")).toEqual(again);
      expect(await snapshots.read("a", first.digest)).toEqual(first);
      expect(await snapshots.read("a", other.digest)).toBeNull();
      expect(await snapshots.read("b")).toEqual(other);
    }));

  test("is not replaced by another try that came to nothing", () =>
    withSnapshots(async ({ snapshots }) => {
      const abandoned = madeSnapshot("a", { at: AT - 1 });
      await snapshots.keep(abandoned);
      const snapshot = madeSnapshot("a");
      await publishSnapshot(snapshots, snapshot);
      await snapshots.keep(abandoned);
      await snapshots.keep(madeSnapshot("a", { at: AT + 1 }));
      expect(await snapshots.read("a")).toEqual(snapshot);
    }));
}
