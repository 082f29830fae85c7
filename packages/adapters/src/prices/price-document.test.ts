import { parseAmount } from "@tagledger/core/costs/money";
import { describe, expect, test } from "vitest";
import { parseProduct } from "./price-document.ts";
import { makeDocument, ON_DEMAND } from "./testing/documents.ts";

describe("a document of the price list", () => {
  test("is read exactly", () => {
    expect(parseProduct(makeDocument({ usd: ["21.9576420001"] }))).toEqual({
      sku: "AAAABBBBCCCCDDDD",
      attributes: { servicecode: "AmazonEC2", ...ON_DEMAND },
      offers: [{ unit: "Hrs", isForAll: true, perUnit: new Map([["USD", parseAmount("21.9576420001")]]) }],
      version: "20260910195514",
      published: "2026-09-10",
    });
  });

  test("may state prices for ranges of use", () => {
    const offers = parseProduct(makeDocument({ usd: ["0.023", "0.022"] }))?.offers;
    expect(offers?.map(({ isForAll }) => isForAll)).toEqual([false, false]);
  });

  test("may state no price on demand", () => {
    const reserved = { ...JSON.parse(makeDocument()), terms: { Reserved: {} } };
    expect(parseProduct(JSON.stringify(reserved))?.offers).toEqual([]);
  });

  test.each(["", "null", "[]", "{}", '{"product":null}', "not json", makeDocument({ usd: ["a lot"] })])(
    "that is %j is none",
    (text) => {
      expect(parseProduct(text)).toBeNull();
    },
  );
});
