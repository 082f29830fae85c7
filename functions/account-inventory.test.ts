import type { Place } from "@tagledger/adapters/aws/inventory/place";
import type { Inventory, Sought } from "@tagledger/core/ports";
import { describe, expect, test } from "vitest";
import { inventoriesOf } from "./account-inventory.ts";

const [A, B] = ["111122223333", "222233334444"];
const PLACES: readonly Place[] = [
  { account: A, region: "eu-central-1" },
  { account: B, region: "eu-central-1" },
  { account: A, region: "us-east-1" },
];
const BUCKET: Sought = {
  resource: "arn:aws:s3:::logs",
  arn: "arn:aws:s3:::logs",
  id: "logs",
  type: "s3:bucket",
  account: null,
  region: null,
};

/** An inventory that takes every list of its for whole. */
function wholeOf(asked: (readonly Place[])[] = []) {
  return (places: readonly Place[]): Inventory => {
    asked.push(places);
    return { look: async () => [], list: async function* () {}, lists: () => true };
  };
}

test("each account is looked at in all its regions, and in none of another", () => {
  const asked: (readonly Place[])[] = [];
  expect(inventoriesOf(PLACES, wholeOf(asked)).map(({ account }) => account)).toEqual([A, B]);
  expect(asked).toEqual([[PLACES[0], PLACES[2]], [PLACES[1]]]);
});

describe("what is of an account that nobody knows", () => {
  test("is missing from none of several", () => {
    const all = inventoriesOf(PLACES, wholeOf());
    expect(all.map(({ inventory }) => inventory.lists(BUCKET))).toEqual([false, false]);
    expect(all.map(({ inventory }) => inventory.lists({ ...BUCKET, account: A }))).toEqual([true, true]);
  });

  test("is missing from the only one that there is", () => {
    const [only] = inventoriesOf(PLACES.slice(0, 1), wholeOf());
    expect(only?.inventory.lists(BUCKET)).toBe(true);
  });
});
