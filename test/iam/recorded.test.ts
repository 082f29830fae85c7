import { describe, expect, test } from "vitest";
import { functionNames } from "../functions/names.ts";
import { asksOf, isOwn } from "./asks-of.ts";
import { type Asker, FUNCTIONS, granted } from "./granted.ts";
import { mayDo } from "./may-do.ts";
import { recordedCalls } from "./recorded.ts";
import { EVERYTHING, HOME, MEMBER } from "./settings.ts";

/** The role of a member account that does what a function does at home. */
const ROLES: Partial<Record<Asker, Asker>> = { "on-due": "remediation", sweep: "reader" };

const recorded = [...recordedCalls()].flatMap(([name, all]) =>
  FUNCTIONS.flatMap((by) => (all[by] === undefined ? [] : [{ name, by, calls: all[by] }])),
);

describe.each(recorded)("of what $name shows, $by", ({ by, calls }) => {
  test.each(calls)("may call %s", async (call) => {
    for (const ask of await asksOf(call, HOME)) expect(await mayDo(granted(by, EVERYTHING), ask)).toBe(true);
  });

  const role = ROLES[by];
  if (role === undefined) return;
  test(`may do the same in other accounts, as ${role}`, async () => {
    for (const call of calls.filter((each) => !isOwn(each) && !each.startsWith("sts:"))) {
      for (const ask of await asksOf(call, MEMBER)) {
        expect(await mayDo(granted(role, EVERYTHING), ask), call).toBe(true);
      }
    }
  });
});

test("calls of all functions are written down", () => {
  expect(FUNCTIONS.toSorted()).toEqual(functionNames().toSorted());
  expect(new Set(recorded.map(({ by }) => by))).toEqual(new Set(FUNCTIONS));
  expect(new Set(recorded.flatMap(({ calls }) => calls)).size).toBeGreaterThan(150);
});
