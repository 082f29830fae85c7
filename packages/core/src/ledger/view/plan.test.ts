import { expect, test } from "vitest";
import type { Plan } from "../../tags/plan/plan.ts";
import { planView } from "./plan.ts";

const AT = Date.UTC(2026, 8, 1, 12);
const repairs = [{ key: "ml-team", value: "vision", by: "alias", from: "cv", removes: [] }] as const;

const PLAN: Plan = {
  rule: "enforcement.rules[0]",
  mode: ["notify", "repair", "quarantine"],
  do: [{ remedy: "tag", repairs }],
  propose: [{ remedy: "quarantine", name: "ec2:terminate", class: "final" }],
  notify: {
    to: { team: "vision" },
    rule: "enforcement.rules[0]",
    reasons: [],
    deadline: AT,
    controller: null,
  },
  due: AT,
  withheld: [
    {
      step: { remedy: "quarantine", name: "ec2:stop", class: "lossy" },
      guard: "deadline",
      reason: "its deadline has not passed",
      until: AT,
    },
    {
      step: { remedy: "factory", controller: "auto-scaling", name: "web", repairs },
      guard: "observe",
      reason: "nothing is done",
      until: null,
    },
  ],
};

test("a plan is told in words, with its times in UTC", () => {
  const at = "2026-09-01T12:00:00.000Z";
  expect(planView(PLAN)).toEqual({
    rule: "enforcement.rules[0]",
    mode: ["notify", "repair", "quarantine"],
    do: ["tag ml-team=vision"],
    propose: ["ec2:terminate (final)"],
    notify: { to: "vision", deadline: at },
    due: at,
    withheld: [
      { what: "ec2:stop (lossy)", guard: "deadline", reason: "its deadline has not passed", until: at },
      { what: "change auto-scaling web", guard: "observe", reason: "nothing is done", until: null },
    ],
  });
});

test("a plan that only observes names no mode", () => {
  expect(planView({ ...PLAN, mode: "observe", notify: null, due: null })).toMatchObject({
    mode: [],
    notify: null,
    due: null,
  });
});
