import { encode } from "@tagledger/adapters/ledger/codec";
import { storeContent } from "@tagledger/adapters/ledger/content";
import type { ItemStore } from "@tagledger/adapters/ledger/items";
import { keptKey } from "@tagledger/adapters/ledger/snapshots/keys";
import { snapshotRecordsIn } from "@tagledger/adapters/ledger/snapshots/records";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { TagledgerError } from "@tagledger/core/errors";
import { digestOf } from "@tagledger/core/snapshots/canonical";
import { expect, test } from "vitest";
import { watched } from "../bills/watched.ts";
import type { WithStore } from "../stores/with-store.ts";
import { madeSnapshot, publishSnapshot, usageRow } from "./made.ts";

class Killed extends Error {}

/** What is not taken for what was kept. */
export function damageContract(withStore: WithStore): void {
  test("a snapshot of which a part is missing or another is read", () =>
    withStore(async (store) => {
      const usage = Array.from({ length: 20_000 }, (_, index) => usageRow(index));
      const records = snapshotRecordsIn(store);
      const written: { readonly partition: string; readonly sort: string }[] = [];
      const seen = watched(store, {
        writing: async (changes) => {
          for (const change of changes ?? []) if ("item" in change) written.push(change.item);
        },
      });
      await publishSnapshot(snapshotRecordsIn(seen), madeSnapshot("a", { usage }));
      const pieces = written.filter(({ partition }) => partition.startsWith("CONTENT#"));
      expect(pieces.length).toBeGreaterThan(1);
      const [first, second] = pieces;
      if (first === undefined || second === undefined) throw new Error("nothing was stored");
      const piece = await store.get(second);
      await store.write([{ item: { ...second, version: 1, body: Buffer.from("another") } }]);
      await expect(records.read("a")).rejects.toMatchObject({ code: "outside-failure" });
      await store.write([{ item: { ...second, version: 1, body: piece?.body ?? "" } }]);
      expect((await records.read("a"))?.usage).toHaveLength(usage.length);
      await store.write([{ remove: { partition: first.partition, sort: first.sort } }]);
      await expect(records.read("a")).rejects.toMatchObject({ code: "outside-failure" });
    }));

  test("a snapshot in which somebody changed a figure, and every hash but its digest, is read", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      const snapshot = madeSnapshot("a");
      await publishSnapshot(records, snapshot);
      const pools = snapshot.pools.map((pool) => ({ ...pool, amount: pool.amount + 1n }));
      const other = { ...snapshot, pools };
      const forgeries = [other, { ...other, digest: digestOf(other, nodeHash.sha256) }, { id: "a" }];
      for (const forged of forgeries) {
        const body = await storeContent(store, encode(forged));
        await store.write([{ item: { ...keptKey(snapshot), version: 1, body } }]);
        await expect(records.read("a")).rejects.toMatchObject({
          code: "outside-failure",
          message: `the snapshot a with the digest ${snapshot.digest} is not as it was kept`,
        });
        expect(await records.readUnproven("a")).toEqual(forged);
      }
    }));

  test("a snapshot that is kept once more is whole again", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      const snapshot = madeSnapshot("a");
      await publishSnapshot(records, snapshot);
      const body = await storeContent(store, encode({ ...snapshot, at: 0 }));
      await store.write([{ item: { ...keptKey(snapshot), version: 1, body } }]);
      await records.keep(snapshot);
      expect(await records.read("a")).toEqual(snapshot);
    }));

  test("a store that cannot be reached is not taken for a snapshot that is lost", () =>
    withStore(async (store) => {
      await publishSnapshot(snapshotRecordsIn(store), madeSnapshot("a"));
      const gone = new TagledgerError("outside-failure", "the ledger cannot be reached");
      const failing: ItemStore = { ...store, query: () => Promise.reject(gone) };
      await expect(snapshotRecordsIn(failing).read("a")).rejects.toBe(gone);
    }));

  test("whoever is killed at a write leaves what is read as it was, and the next try ends right", () =>
    withStore(async (store) => {
      const before = madeSnapshot("before");
      const records = snapshotRecordsIn(store);
      await publishSnapshot(records, before);
      const usage = Array.from({ length: 20_000 }, (_, index) => usageRow(index));
      for (let call = 0; call < 3; call++) {
        const after = madeSnapshot(`after ${call}`, { usage });
        let count = 0;
        const dies = watched(store, {
          writing: async (changes) => {
            if (changes !== null && count++ === call) throw new Killed();
          },
        });
        const state = await records.state(before.period, before.basis);
        await expect(publishSnapshot(snapshotRecordsIn(dies), after)).rejects.toThrow(Killed);
        expect(await records.state(before.period, before.basis)).toEqual(state);
        expect(await records.read("before")).toEqual(before);
        expect(await publishSnapshot(records, after)).toEqual({ done: true });
        expect(await records.read(after.id)).toEqual(after);
      }
    }));
}
