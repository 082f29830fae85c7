import { describe, expect, test } from "vitest";
import { readPlaces, writePlaces } from "./places.ts";

test.each([
  "111122223333:eu-central-1, 222233334444:us-gov-west-1",
  ' [{ "account": "111122223333", "region": "eu-central-1" }, { "account": "222233334444", "region": "us-gov-west-1" }]',
])("places are read from %s", (text) => {
  expect(readPlaces(text)).toEqual([
    { account: "111122223333", region: "eu-central-1" },
    { account: "222233334444", region: "us-gov-west-1" },
  ]);
});

test.each([
  "",
  "[]",
  "[{]",
  "111122223333",
  "eu-central-1",
  "1111:eu-central-1",
  "111122223333:europe",
  "111122223333:eu-central-1+",
  "111122223333:+us-east-1",
  "111122223333:eu-central-1+222233334444:us-east-1",
])("%j names no places", (text) => {
  expect(readPlaces(text)).toBeNull();
});

test("several regions of an account stand behind it", () => {
  expect(readPlaces("111122223333:eu-central-1+us-east-1,222233334444:us-gov-west-1")).toEqual([
    { account: "111122223333", region: "eu-central-1" },
    { account: "111122223333", region: "us-east-1" },
    { account: "222233334444", region: "us-gov-west-1" },
  ]);
});

describe("places are written", () => {
  test("one account at a time, each region once", () => {
    const places = readPlaces(
      "111122223333:eu-central-1,222233334444:us-east-1,111122223333:us-east-1,111122223333:eu-central-1",
    );
    expect(writePlaces(places ?? [])).toBe("111122223333:eu-central-1+us-east-1,222233334444:us-east-1");
  });

  test("as they are read", () => {
    const places = readPlaces("111122223333:eu-central-1+us-east-1,222233334444:us-gov-west-1") ?? [];
    expect(readPlaces(writePlaces(places))).toEqual(places);
  });
});
