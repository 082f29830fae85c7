import { expect, test } from "vitest";
import { readPlaces } from "./places.ts";

test.each([
  "111122223333:eu-central-1, 222233334444:us-gov-west-1",
  ' [{ "account": "111122223333", "region": "eu-central-1" }, { "account": "222233334444", "region": "us-gov-west-1" }]',
])("places are read from %s", (text) => {
  expect(readPlaces(text)).toEqual([
    { account: "111122223333", region: "eu-central-1" },
    { account: "222233334444", region: "us-gov-west-1" },
  ]);
});

test.each(["", "[]", "[{]", "111122223333", "eu-central-1", "1111:eu-central-1", "111122223333:europe"])(
  "%j names no places",
  (text) => {
    expect(readPlaces(text)).toBeNull();
  },
);
