import { describe, expect, test } from "vitest";
import type { Plan } from "../tags/plan/plan.ts";
import { type Acting, actionDue } from "./next.ts";
import { type Dated, remediationOf } from "./remediation.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const NOW = 100 * DAY;
const RULE = "enforcement.rules[0]";
const PLAN: Plan = {
  rule: RULE,
  mode: ["notify", "quarantine"],
  do: [],
  propose: [],
  notify: null,
  due: null,
  withheld: [],
};
const IN_FORCE: readonly Dated[] = [
  {
    kind: "began",
    at: NOW - HOUR,
    remedy: "ec2:stop",
    rule: RULE,
    before: { running: true },
    ours: { running: false },
    usdPerHour: null,
  },
  { kind: "quarantined", at: NOW - HOUR, remedy: "ec2:stop" },
  {
    kind: "notified",
    at: NOW - HOUR,
    to: "fallback",
    about: ["quarantined"],
    rule: RULE,
    deadline: null,
    via: ["sns"],
  },
];

function dueOf(facts: Partial<Acting>, deeds: readonly Dated[] = [], now = NOW): number | null {
  const remediation = remediationOf(deeds);
  return actionDue(
    { state: "violating", plan: PLAN, ranAt: null, tells: true, isHeld: false, ...facts, remediation },
    now,
  );
}

function refused(attempt: Dated<"refused">["attempt"], at: number): Dated {
  return { kind: "refused", at, attempt, remedy: null, why: "denied", message: "no" };
}

describe("what is planned", () => {
  const stop = { remedy: "quarantine", name: "ec2:stop", class: "reversible" } as const;

  test("is due at once, and what only time holds back when that has passed", () => {
    expect(dueOf({ plan: { ...PLAN, do: [stop] } })).toBe(NOW);
    expect(dueOf({ plan: { ...PLAN, due: NOW + DAY } })).toBe(NOW + DAY);
    expect(dueOf({})).toBeNull();
  });

  test("is tried again after five minutes, ten, and ever more seldom, up to every six hours", () => {
    const after = (count: number) => {
      const deeds = Array.from({ length: count }, () => refused("quarantine", NOW));
      return dueOf(
        { plan: { ...PLAN, do: [stop] } },
        deeds.map((deed, part) => ({ ...deed, at: NOW - part })),
      );
    };
    expect([after(1), after(2), after(3)]).toEqual([NOW + 5 * MINUTE, NOW + 10 * MINUTE, NOW + 20 * MINUTE]);
    expect(after(50)).toBe(NOW + 6 * HOUR);
  });

  test("does not wait for something else that failed", () => {
    expect(dueOf({ plan: { ...PLAN, do: [stop] } }, [refused("notify", NOW)])).toBe(NOW);
  });

  test("of what is gone is nothing", () => {
    expect(dueOf({ state: "gone", plan: { ...PLAN, do: [stop] } })).toBeNull();
  });
});

describe("what is quarantined", () => {
  test("is looked at a day after, and at once where an event tells that it moved", () => {
    expect(dueOf({}, IN_FORCE)).toBe(NOW - HOUR + DAY);
    expect(dueOf({ ranAt: NOW - MINUTE }, IN_FORCE)).toBe(NOW - MINUTE);
    expect(dueOf({ ranAt: NOW - 2 * HOUR }, IN_FORCE)).toBe(NOW - HOUR + DAY);
  });

  test("is given back as soon as its tags are right, or a person asks for it", () => {
    expect(dueOf({ state: "compliant" }, IN_FORCE)).toBe(NOW);
    expect(dueOf({ state: "exempt" }, IN_FORCE)).toBe(NOW);
    expect(dueOf({}, [...IN_FORCE, { kind: "asked", at: NOW, by: "ann", reason: null }])).toBe(NOW);
  });

  test("stays so where everything is held, but for what a person asks for", () => {
    expect(dueOf({ state: "compliant", isHeld: true }, IN_FORCE)).toBeNull();
    const asked = [...IN_FORCE, { kind: "asked", at: NOW, by: "ann", reason: null } as const];
    expect(dueOf({ state: "compliant", isHeld: true }, asked)).toBe(NOW);
  });
});

test("what nobody was told of is told, where people are told at all", () => {
  const untold = IN_FORCE.slice(0, 2);
  expect(dueOf({}, untold)).toBe(NOW);
  expect(dueOf({ tells: false }, untold)).toBe(NOW - HOUR + DAY);
});
