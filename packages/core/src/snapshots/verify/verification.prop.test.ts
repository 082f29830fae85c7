import { createHash } from "node:crypto";
import { assert, constantFrom, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import { digestOf } from "../canonical.ts";
import { differenceBetween } from "../difference.ts";
import type { Snapshot } from "../snapshot.ts";
import { DEPARTMENT_LINES, DEPARTMENT_USAGE, departments } from "../testing/departments.ts";
import { madeDivision, madeSnapshot } from "../testing/made-snapshot.ts";
import { verification } from "./verification.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Path = readonly (string | number)[];

/** The places of all exact numbers of a value: amounts, quantities, and both parts of fractions. */
function numbersIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === "bigint") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => numbersIn(member, [...path, key]));
}

/** The same value with one number changed. */
function altered(value: unknown, [key, ...rest]: Path, by: bigint): unknown {
  if (key === undefined) return typeof value === "bigint" ? value + by : value;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === String(key) ? altered(each, rest, by) : each));
  const members = Object.entries(value as object);
  return Object.fromEntries(
    members.map(([name, each]) => [name, name === key ? altered(each, rest, by) : each]),
  );
}

const RULES = `
  - { name: gpu, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 }, idle: separate }
  - { name: watch, match: { service: AmazonCloudWatch }, method: even }
policies: { tax: follow }`;
const LINES = [
  ...DEPARTMENT_LINES,
  { service: "AmazonS3", amount: "0.07", billed: "0.05" },
  { service: "AmazonEC2", lineItemType: "Tax", amount: "1.03" },
];
const USAGE = [used("gpu", "nlp", "1"), used("gpu", "vision", "2"), used("gpu", "capacity", "7")];
const CONFIGS = {
  sharing: [sharingConfig(["nlp", "ranking", "vision"], RULES), LINES, USAGE],
  reciprocal: [departments(["obs", "k8s"], "reciprocal"), DEPARTMENT_LINES, DEPARTMENT_USAGE],
} as const;

describe.each(Object.keys(CONFIGS) as (keyof typeof CONFIGS)[])(
  "any single number of a snapshot (%s)",
  async (name) => {
    const [config, lines, usage] = CONFIGS[name];
    const earlier = await madeSnapshot(config, lines.slice(1), usage, { sha256 });
    const plain = await madeSnapshot(config, lines, usage, { sha256 });
    const between = { bill: plain.report, usage: plain.report };
    const told = {
      ...plain,
      previous: earlier.id,
      difference: differenceBetween(earlier.id, earlier.report, plain.report, between),
    };
    const snapshot: Snapshot = { ...told, digest: digestOf(told, sha256) };
    const again = await madeDivision(config, lines, usage, { sha256 });
    const places = numbersIn(snapshot);
    const change = [nat(places.length - 1), constantFrom(-1n, 1n, 10n ** 22n)] as const;

    test("as it is holds", () => {
      expect(verification(snapshot, again, sha256).proofs.filter(({ holds }) => holds !== true)).toEqual([]);
    });

    test("that is altered is found by the digest", () =>
      assert(
        property(...change, (index, by) => {
          const other = altered(snapshot, places[index] ?? [], by) as Snapshot;
          expect(digestOf(other, sha256)).not.toBe(snapshot.digest);
          expect(verification(other, again, sha256).holds).toBe(false);
        }),
        { numRuns: 300 },
      ));

    test("that is altered is found also where the digest was written anew", () =>
      assert(
        property(...change, (index, by) => {
          const place = places[index] ?? [];
          const other = altered(snapshot, place, by) as Snapshot;
          const forged = { ...other, digest: digestOf(other, sha256) };
          expect([place, verification(forged, again, sha256).holds]).toEqual([place, false]);
        }),
        { numRuns: 600 },
      ));
  },
);
