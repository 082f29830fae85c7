import type { Config } from "@tagledger/core/config/definition";
import { sizeOf } from "@tagledger/core/policy/iam/document";
import { reachPolicies } from "@tagledger/core/policy/own-iam";
import { describe, expect, test } from "vitest";
import { ASKERS, type Asker, FUNCTIONS, granted, statementsIn } from "./granted.ts";
import { EVERYTHING, OBSERVED, REACH } from "./settings.ts";

describe("with everything turned on for every type,", () => {
  test.each(ASKERS)("what %s may do fits into what a role takes", (asker) => {
    const documents =
      asker === "on-due" || asker === "sweep"
        ? reachPolicies(asker, EVERYTHING, REACH)
        : granted(asker, EVERYTHING);
    expect(documents.length).toBeLessThanOrEqual(8);
    for (const document of documents) expect(sizeOf(document)).toBeLessThanOrEqual(6_144);
  });

  test("the policies are of these sizes", () => {
    const sizes = (asker: Asker) => granted(asker, EVERYTHING).map(sizeOf);
    expect(Object.fromEntries(ASKERS.map((asker) => [asker, sizes(asker)]))).toMatchInlineSnapshot(`
      {
        "allocate": [
          1442,
        ],
        "api": [
          1532,
        ],
        "monthly-email": [
          1120,
          306,
        ],
        "on-bill-delivered": [
          1887,
        ],
        "on-due": [
          1201,
          6138,
          6128,
          6134,
          6042,
          6042,
          1360,
        ],
        "on-resource-event": [
          1271,
        ],
        "reader": [
          3973,
        ],
        "remediation": [
          6138,
          6128,
          6134,
          6042,
          6021,
          871,
        ],
        "sweep": [
          1050,
          4271,
        ],
      }
    `);
  });

  test("three keys of the environment fit as well, and a fourth is refused with what to do", () => {
    const withKeys = (count: number): Config => {
      const keys = Array.from({ length: count }, (_, index) => `environment-${index}`);
      return { ...EVERYTHING, dimensions: { ...EVERYTHING.dimensions, environment: keys } };
    };
    expect(reachPolicies("on-due", withKeys(3), REACH)).toHaveLength(8);
    expect(() => reachPolicies("on-due", withKeys(4), REACH)).toThrow("name fewer keys for the environment");
  });

  test("300 member accounts fit into the role that sweeps, and are refused with what to do where there is no room", () => {
    const members = Array.from({ length: 300 }, (_, index) => ({
      account: String(222_233_334_000 + index),
      region: "eu-central-1",
    }));
    const reach = { ...REACH, places: [...REACH.places, ...members] };
    for (const [name, config] of [
      ["sweep", EVERYTHING],
      ["on-due", OBSERVED],
    ] as const) {
      const documents = reachPolicies(name, config, reach);
      expect(documents.length).toBeLessThanOrEqual(8);
      for (const document of documents) expect(sizeOf(document)).toBeLessThanOrEqual(6_144);
      const takenOn = statementsIn(documents).filter(({ Action }) => Action.join() === "sts:AssumeRole");
      expect(new Set(takenOn.flatMap(({ Resource }) => Resource)).size).toBe(301);
    }
    expect(() => reachPolicies("on-due", EVERYTHING, reach)).toThrow(
      "look after fewer accounts with one deployment",
    );
  });

  test("statements of a document have names of their own", () => {
    for (const asker of FUNCTIONS) {
      for (const { Statement } of granted(asker, EVERYTHING)) {
        const names = Statement.map(({ Sid }) => Sid);
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => !/^[A-Za-z0-9]+$/.test(name))).toEqual([]);
      }
    }
    expect(statementsIn(granted("on-due", EVERYTHING)).length).toBeGreaterThan(10);
  });
});
