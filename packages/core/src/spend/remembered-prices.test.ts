import { expect, test } from "vitest";
import { type Attributes, type PriceBook, type PriceQuery, unknownPrice } from "./price.ts";
import { rememberedPrices } from "./remembered-prices.ts";
import { makePrice } from "./testing/rates.ts";

/** A book that lists what it was asked: a cluster becomes dearer at 10, an instance never, of all else nothing is known. */
function countedBook() {
  const asked: string[] = [];
  const book: PriceBook = {
    async price({ type, region, at }) {
      asked.push(`${type} ${region} ${at}`);
      if (type === "ec2:instance") return makePrice("0.096");
      if (type !== "eks:cluster") return unknownPrice("nobody knows");
      return at < 10 ? makePrice("0.1", { until: 10 }) : makePrice("0.6");
    },
  };
  return { asked, book };
}

function query(type: string, at = 0, attributes: Attributes = {}): PriceQuery {
  return { type, region: "us-east-1", at, attributes };
}

test("a price is asked for once, also one that nobody knows", async () => {
  const { asked, book } = countedBook();
  const prices = rememberedPrices(book, 100);
  for (const at of [0, 5, 5, 1_000_000]) {
    expect(await prices.price(query("ec2:instance", at))).toEqual(makePrice("0.096"));
    expect(await prices.price(query("ec2:vpc", at))).toEqual({ unknown: "nobody knows" });
  }
  expect(asked).toEqual(["ec2:instance us-east-1 0", "ec2:vpc us-east-1 0"]);
});

test("what differs in type, region or attributes is asked for apart", async () => {
  const { asked, book } = countedBook();
  const prices = rememberedPrices(book, 100);
  await prices.price(query("ec2:instance"));
  await prices.price({ ...query("ec2:instance"), region: null });
  await prices.price(query("ec2:instance", 0, { instanceType: "m5.large" }));
  await prices.price(query("ec2:instance", 0, { instanceType: null }));
  expect(asked).toHaveLength(4);
});

test("a price that changes at a date is the right one before it and after it, whatever comes first", async () => {
  const instants = [4, 9, 10, 2, 30, 11, 9];
  const { asked, book } = countedBook();
  const prices = rememberedPrices(book, 100);
  for (const at of instants) {
    expect(await prices.price(query("eks:cluster", at))).toEqual(await book.price(query("eks:cluster", at)));
  }
  const plainly = instants.length;
  expect(asked.length - plainly).toBeLessThan(plainly);
});

test("a book that could not be reached is asked again", async () => {
  let failures = 1;
  const prices = rememberedPrices(
    {
      async price() {
        if (failures-- > 0) throw new Error("ENOTFOUND");
        return makePrice("1");
      },
    },
    10,
  );
  await expect(prices.price(query("ec2:instance"))).rejects.toThrow("ENOTFOUND");
  expect(await prices.price(query("ec2:instance"))).toEqual(makePrice("1"));
});
