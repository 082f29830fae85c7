import { describe, expect, test } from "vitest";
import type { Item } from "../ledger/items.ts";
import { attributesOf, foundIn } from "./attributes.ts";

const ITEM: Item = { partition: "p", sort: "s", version: 3, body: "text" };

describe("an item", () => {
  test.each<Partial<Item>>([{}, { sort: "" }, { body: "" }, { body: new Uint8Array([0, 255]) }])(
    "comes back: %o",
    (given) => {
      const item = { ...ITEM, ...given };
      expect(foundIn(attributesOf(item))).toEqual({ ...item, place: item.sort });
    },
  );

  test("stands where it is listed, and nowhere else", () => {
    const attributes = attributesOf({ ...ITEM, indexes: { team: { partition: "t", sort: "10" } } });
    expect(attributes).toEqual({
      PK: { S: "p" },
      SK: { S: "s" },
      team_PK: { S: "t" },
      team_SK: { S: "10" },
      version: { N: "3" },
      body: { S: "text" },
    });
    expect(foundIn(attributes, "team")).toEqual({ ...ITEM, place: "10" });
  });

  test("expires in seconds, never early, and only where it expires at all", () => {
    expect(attributesOf({ ...ITEM, expires: 1_788_220_800_000 }).expires).toEqual({ N: "1788220800" });
    expect(attributesOf({ ...ITEM, expires: 1_788_220_800_001 }).expires).toEqual({ N: "1788220801" });
    expect(attributesOf(ITEM)).not.toHaveProperty("expires");
  });

  test("of somebody else is named by what it lacks", () => {
    expect(() => foundIn({ PK: { S: "p" }, SK: { S: "s" } })).toThrow(
      'an item has no attribute "version", only PK, SK',
    );
  });
});
