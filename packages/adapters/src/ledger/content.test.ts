import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { memoryItems } from "../memory/items.ts";
import { readContent, storeContent } from "./content.ts";
import type { FoundItem, ItemStore } from "./items.ts";
import { contentPartition, WHOLE } from "./keys.ts";

let store: ItemStore;

beforeEach(() => {
  store = memoryItems();
});

const piecesOf = (hash: string) => store.query({ partition: contentPartition(hash), ...WHOLE });

describe("content", () => {
  test.each(["", "text", "é".repeat(1000)])("comes back", async (text) => {
    const hash = await storeContent(store, text);
    expect(await readContent(store, hash)).toBe(text);
  });

  test("is stored under its SHA-256", async () => {
    expect(await storeContent(store, "")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  test("that is large is in pieces, in their order", async () => {
    const text = randomBytes(4_000_000).toString("base64");
    const hash = await storeContent(store, text);
    const pieces = await piecesOf(hash);
    expect(pieces.length).toBeGreaterThan(12);
    expect(Math.max(...pieces.map(({ body }) => body.length))).toBeLessThanOrEqual(300_000);
    expect(await readContent(store, hash)).toBe(text);
  });
});

describe("damaged content is not taken for what was stored", () => {
  const put = ({ partition, sort }: FoundItem, body: Uint8Array) =>
    store.write([{ item: { partition, sort, version: 1, body } }]);

  test("when a piece is missing", async () => {
    await expect(readContent(store, "c0ffee")).rejects.toMatchObject({ code: "outside-failure" });
  });

  test("when a piece was cut", async () => {
    const hash = await storeContent(store, randomBytes(1000).toString("base64"));
    for (const piece of await piecesOf(hash)) await put(piece, Buffer.from(piece.body).subarray(0, 500));
    await expect(readContent(store, hash)).rejects.toMatchObject({
      code: "outside-failure",
      fields: { hash },
    });
  });

  test("when it is the content of another", async () => {
    const [hash, other] = [await storeContent(store, "one"), await storeContent(store, "other")];
    const [piece] = await piecesOf(hash);
    const [foreign] = await piecesOf(other);
    if (piece === undefined || foreign === undefined) throw new Error("nothing was stored");
    await put(piece, Buffer.from(foreign.body));
    await expect(readContent(store, hash)).rejects.toMatchObject({ code: "outside-failure" });
  });
});
