import { brotliDecompressSync } from "node:zlib";
import { snapshotRecordsIn } from "@tagledger/adapters/ledger/snapshots/records";
import { readDetailText } from "@tagledger/core/snapshots/detail-text";
import { expect, test } from "vitest";
import { watched, writesOf } from "../bills/watched.ts";
import type { WithStore } from "../stores/with-store.ts";
import { inTurn, madeDetail, NOBODYS, teamCell } from "./made-detail.ts";

const VISION = { kind: "team", name: "vision" } as const;
const NLP = { kind: "team", name: "unallocated" } as const;
const NOBODY = { kind: "unallocated" } as const;
const EXCLUDED = { kind: "excluded" } as const;

const vision = madeDetail(
  VISION,
  [1, 2, 3].map((index) => teamCell("vision", index)),
);
const nlp = madeDetail(NLP, [teamCell("unallocated", 4)]);
const nobody = madeDetail(NOBODY, [NOBODYS]);

/** How it is kept what the money of a snapshot is made of. */
export function detailsContract(withStore: WithStore): void {
  test("comes back whole for each holder, to the last digit", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      await records.keepDetails("a", inTurn([vision, nobody, nlp]));
      expect(await records.readDetail("a", VISION)).toEqual(vision);
      expect(await records.readDetail("a", NLP)).toEqual(nlp);
      expect(await records.readDetail("a", NOBODY)).toEqual(nobody);
      expect(await records.readDetail("a", EXCLUDED)).toBeNull();
      expect(await records.readDetail("a", { kind: "team", name: "nlp" })).toBeNull();
      const entries = (await records.details("a")) ?? [];
      expect(await Promise.all(entries.map((entry) => records.readDetailOf(entry)))).toEqual([
        nlp,
        vision,
        nobody,
      ]);
      expect(entries).toMatchObject([
        { holder: NLP, cells: 1, total: nlp.total },
        { holder: VISION, cells: 3, total: vision.total },
        { holder: NOBODY, cells: 1, total: -1n },
      ]);
    }));

  test("is refused where it is not what is known of its holder", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      await records.keepDetails("a", inTurn([vision, nlp]));
      const [of] = (await records.details("a")) ?? [];
      if (of === undefined) throw new Error("nothing was kept");
      expect(await records.readDetailOf(of)).toEqual(nlp);
      for (const other of [{ total: of.total + 1n }, { holder: VISION }, { currency: "EUR" }])
        await expect(records.readDetailOf({ ...of, ...other })).rejects.toThrow(/do not come to/);
      const wrong = { ...vision, total: vision.total + 1n };
      await records.keepDetails("b", inTurn([wrong]));
      for (const entry of (await records.details("b")) ?? [])
        await expect(records.readDetailOf(entry)).rejects.toThrow(/do not come to what is known of vision/);
    }));

  test("is told from nothing that was kept", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      expect(await records.details("a")).toBeNull();
      expect(await records.readDetail("a", VISION)).toBeNull();
      expect(await records.readDetailBytes("a", VISION)).toBeNull();
      await records.keepDetails("a", inTurn([]));
      expect(await records.details("a")).toEqual([]);
    }));

  test("is handed out as it is stored, for anybody who reads Brotli and JSON", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      await records.keepDetails("a", inTurn([vision, nobody]));
      const stored = await records.readDetailBytes("a", NOBODY);
      const text = brotliDecompressSync(stored?.bytes ?? new Uint8Array()).toString("utf8");
      expect(readDetailText(text)).toEqual(nobody);
      expect(JSON.parse(text)).toMatchObject({
        holder: { kind: "unallocated" },
        rows: 1,
        amounts: ["-0.000000000000000000000001"],
      });
      const entry = (await records.details("a"))?.find(({ holder }) => holder.kind === "unallocated");
      expect(stored?.hash).toBe(entry?.hash);
    }));

  test("of several megabytes comes back whole", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      const large = madeDetail(
        VISION,
        Array.from({ length: 60_000 }, (_, index) => teamCell("vision", index)),
      );
      await records.keepDetails("a", inTurn([large]));
      expect(await records.readDetail("a", VISION)).toEqual(large);
      const stored = await records.readDetailBytes("a", VISION);
      expect(stored?.bytes.length).toBeGreaterThan(600_000);
    }));

  test("takes the place of what was kept of the snapshot, all holders at once", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      await records.keepDetails("a", inTurn([vision, nobody]));
      const other = madeDetail(VISION, [teamCell("vision", 9)]);
      await records.keepDetails("a", inTurn([other, nlp]));
      expect(await records.readDetail("a", VISION)).toEqual(other);
      expect(await records.readDetail("a", NOBODY)).toBeNull();
      expect(await records.readDetail("a", NLP)).toEqual(nlp);
    }));

  test("stays as it was where somebody stops before all holders are kept", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      await records.keepDetails("a", inTurn([vision]));
      async function* broken() {
        yield nlp;
        throw new Error("stopped");
      }
      await expect(records.keepDetails("a", broken())).rejects.toThrow("stopped");
      expect(await records.details("a")).toMatchObject([{ holder: VISION }]);
    }));

  test("that is the same in another snapshot is not written again", () =>
    withStore(async (store) => {
      const keep = (id: string, ...all: (typeof vision)[]) =>
        writesOf(store, (seen) => snapshotRecordsIn(seen).keepDetails(id, inTurn(all)));
      const contents = async (writes: ReturnType<typeof keep>) =>
        (await writes)
          .flat()
          .filter((change) => "item" in change && change.item.partition.startsWith("CONTENT#"));
      expect(await contents(keep("a", vision, nlp))).toHaveLength(2);
      expect(await contents(keep("b", vision, nobody))).toHaveLength(1);
      const records = snapshotRecordsIn(store);
      expect(await records.readDetail("b", VISION)).toEqual(vision);
    }));

  test("of a team is read by one query", () =>
    withStore(async (store) => {
      await snapshotRecordsIn(store).keepDetails("a", inTurn([vision, nlp]));
      let queries = 0;
      const records = snapshotRecordsIn({
        ...watched(store, {}),
        query: (stretch) => {
          queries += 1;
          return store.query(stretch);
        },
      });
      expect(await records.readDetail("a", VISION)).toEqual(vision);
      expect(queries).toBe(1);
      await records.readDetailBytes("a", VISION);
      expect(queries).toBe(2);
    }));

  test("is not taken for what was kept where a part is missing or another", () =>
    withStore(async (store) => {
      const records = snapshotRecordsIn(store);
      await records.keepDetails("a", inTurn([vision]));
      const hash = (await records.details("a"))?.[0]?.hash;
      const [piece] = await store.query({ partition: `CONTENT#${hash}`, from: "", to: "\u007f" });
      if (piece === undefined) throw new Error("nothing was stored");
      const { partition, sort } = piece;
      await store.write([{ item: { partition, sort, version: 1, body: Buffer.from("another") } }]);
      await expect(records.readDetail("a", VISION)).rejects.toMatchObject({ code: "outside-failure" });
      await expect(records.readDetailBytes("a", VISION)).rejects.toMatchObject({ code: "outside-failure" });
      await store.write([{ remove: { partition, sort } }]);
      await expect(records.readDetail("a", VISION)).rejects.toMatchObject({ code: "outside-failure" });
      await records.keepDetails("a", inTurn([vision]));
      expect(await records.readDetail("a", VISION)).toEqual(vision);
    }));
}
