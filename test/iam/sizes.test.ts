import type { Config } from "@tagledger/core/config/definition";
import { sizeOf } from "@tagledger/core/policy/iam/document";
import { reachPolicies } from "@tagledger/core/policy/own-iam";
import { describe, expect, test } from "vitest";
import { ASKERS, type Asker, FUNCTIONS, granted, statementsIn } from "./granted.ts";
import { EVERYTHING, REACH } from "./settings.ts";

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
        "on-due": [
          1201,
          6140,
          6128,
          6132,
          6032,
          6139,
          299,
        ],
        "on-resource-event": [
          1271,
        ],
        "reader": [
          3927,
        ],
        "remediation": [
          6140,
          6128,
          6132,
          6032,
          5763,
        ],
        "sweep": [
          1050,
          4225,
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
