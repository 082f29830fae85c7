import { storesIn } from "@tagledger/adapters/ledger/stores";
import type { Upload } from "@tagledger/core/ports/uploads";
import { describe, expect, test } from "vitest";
import type { WithStore } from "../stores/with-store.ts";

const AT = Date.UTC(2026, 8, 1);

/** What Ann uploaded. */
function makeUpload(given: Partial<Upload> = {}): Upload {
  return {
    name: "gpu.csv",
    revision: 0,
    hash: "5d41402abc4b2a76",
    by: "ann",
    at: AT,
    rows: 2,
    periods: ["2026-08", "2026-09"],
    withdrawn: null,
    replaced: [],
    ...given,
  };
}

/** What every store has to keep of uploads. */
export function uploadRecordsContract(name: string, withStore: WithStore): void {
  const withUploads = (use: (stores: ReturnType<typeof storesIn>) => Promise<void>) =>
    withStore((store) => use(storesIn(store)));

  describe(`${name}, of uploads,`, () => {
    test("knows none at first", () =>
      withUploads(async ({ uploads }) => {
        expect([await uploads.find("gpu.csv"), await uploads.list()]).toEqual([null, []]);
      }));

    test("gives back what was kept, with its text to the last character", () =>
      withUploads(async ({ uploads }) => {
        const text = `"#1",é\r\n\u0000${"x".repeat(2_000_000)}`;
        expect(await uploads.keep(makeUpload(), text)).toBe(true);
        const kept = await uploads.find("gpu.csv");
        expect(kept).toEqual(makeUpload({ revision: 1, hash: kept?.hash ?? "" }));
        expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/);
        expect(await uploads.read(kept?.hash ?? "")).toBe(text);
      }));

    test("lists all by name, whatever that is", () =>
      withUploads(async ({ uploads }) => {
        for (const each of ["b#.csv", "ä.csv", "a.csv"]) await uploads.keep(makeUpload({ name: each }), each);
        expect((await uploads.list()).map((each) => each.name)).toEqual(["a.csv", "b#.csv", "ä.csv"]);
      }));

    test("replaces nothing that was not seen", () =>
      withUploads(async ({ uploads }) => {
        await uploads.keep(makeUpload(), "one");
        expect(await uploads.keep(makeUpload({ rows: 3 }), "other")).toBe(false);
        expect(await uploads.find("gpu.csv")).toMatchObject({ rows: 2, revision: 1 });
        expect(await uploads.keep(makeUpload({ rows: 3, revision: 1 }), "other")).toBe(true);
        const replaced = await uploads.find("gpu.csv");
        expect(replaced).toMatchObject({ rows: 3, revision: 2 });
        expect(await uploads.read(replaced?.hash ?? "")).toBe("other");
      }));

    test("keeps what was withdrawn, with who did so", () =>
      withUploads(async ({ uploads }) => {
        await uploads.keep(makeUpload(), "one");
        const kept = (await uploads.find("gpu.csv")) ?? makeUpload();
        expect(await uploads.withdraw(kept, "bob", AT + 1)).toBe(true);
        expect(await uploads.withdraw(kept, "carl", AT + 2)).toBe(false);
        const withdrawn = { ...kept, revision: 2, withdrawn: { by: "bob", at: AT + 1 } };
        expect(await uploads.list()).toEqual([withdrawn]);
        expect(await uploads.read(kept.hash)).toBe("one");
      }));

    test("names nobody any more when that is forgotten, and keeps all else", () =>
      withUploads(async ({ uploads, ledger }) => {
        const replaced = [{ hash: "a", by: "dora", at: AT - 5, rows: 1 }];
        await uploads.keep(makeUpload({ replaced }), "one");
        await uploads.keep(makeUpload({ name: "new.csv", at: AT + 10 }), "other");
        const forgetting = { personalBefore: AT + 1, expiredBy: 0 };
        expect(await ledger.forget(forgetting)).toMatchObject({ personal: 1 });
        expect(await uploads.find("gpu.csv")).toMatchObject({
          by: "forgotten",
          rows: 2,
          replaced: [{ hash: "a", by: "forgotten", at: AT - 5, rows: 1 }],
        });
        expect(await uploads.find("new.csv")).toMatchObject({ by: "ann" });
        expect(await ledger.forget(forgetting)).toMatchObject({ personal: 0 });
      }));
  });
}
