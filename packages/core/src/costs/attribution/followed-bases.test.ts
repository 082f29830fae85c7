import { describe, expect, test } from "vitest";
import { NO_LEAF } from "../leaf.ts";
import { FollowedBases } from "./followed-bases.ts";
import { Totals } from "./totals.ts";

const totals = new Totals();
const of = (team: string) => totals.add({ kind: "direct", leaf: { ...NO_LEAF, team } }, 0n);

describe("what charges can follow", () => {
  const bases = new FollowedBases(totals);
  bases.add({ resource: "arn:a", account: "1", service: "ec2" }, of("red"), 2n);
  bases.add({ resource: null, account: "1", service: "s3" }, of("red"), 3n);
  bases.add({ resource: null, account: "2", service: "ec2" }, of("blue"), 5n);

  test.each([
    ["the same resource", { resource: "arn:a", account: "9", service: "x" }, { red: 2n }],
    ["else the same account and service", { resource: "arn:b", account: "1", service: "s3" }, { red: 3n }],
    ["else the same account", { resource: null, account: "1", service: "x" }, { red: 5n }],
    ["else the bill", { resource: null, account: "9", service: "ec2" }, { red: 5n, blue: 5n }],
  ])("is %s", (_, place, parts) => {
    const level = bases.narrowest(place);
    const found = bases
      .at(level ?? "")
      .map(({ destination, weight }) => [destination.kind === "direct" ? destination.leaf.team : "", weight]);
    expect(Object.fromEntries(found)).toEqual(parts);
  });

  test("is nothing where no charge was seen", () => {
    expect(
      new FollowedBases(totals).narrowest({ resource: "a", account: "1", service: "s" }),
    ).toBeUndefined();
  });
});
