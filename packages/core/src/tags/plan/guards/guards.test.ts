import { describe, expect, test } from "vitest";
import { AT } from "../../testing/make-subject.ts";
import type { Plan } from "../plan.ts";
import { DEVIANT_SINCE, type Facts, HOUR, IN_DEV } from "../testing/make-input.ts";
import { ALL, GROUP, heldIn, planOf, STOP, TOLD } from "../testing/plan-of.ts";

describe("what a remedy destroys", () => {
  const lossy = [{ name: "ec2:stop", class: "lossy" }] as const;
  const final = [{ name: "sagemaker:stop-training-job", class: "final" }] as const;

  test("decides: what may lose work is done only where the rule names it", () => {
    const allowing = (name: string) =>
      planOf(`${ALL}\nrules: [{ match: {}, allow: ["${name}"] }]`, { remedies: lossy, history: TOLD });
    expect(heldIn(planOf(ALL, { remedies: lossy, history: TOLD }))).toEqual({ "ec2:stop": ["lossy"] });
    expect(allowing("ec2:stop").do).toEqual([{ remedy: "quarantine", ...lossy[0] }]);
    expect(allowing("ec2:*").do).toEqual([]);
  });

  test("decides: what is final is proposed when the deadline has passed, and never done", () => {
    const rule = `${ALL}\nrules: [{ match: {}, allow: ["sagemaker:stop-training-job"] }]`;
    const asked = planOf(rule, { remedies: final, history: { ...TOLD, deadline: null } });
    expect([asked.do, asked.propose]).toEqual([[], [{ remedy: "quarantine", ...final[0] }]]);
    expect([planOf(rule, { remedies: final }).propose, planOf(rule, { remedies: final }).due]).toEqual([
      [],
      AT + 24 * HOUR,
    ]);
  });

  test("counts for less than that a rule names it: what somebody chose comes first, unless it is final", () => {
    const remedies = [
      { name: "ec2:isolate", class: "reversible" },
      { name: "ec2:stop", class: "lossy" },
      { name: "ec2:terminate", class: "final" },
    ] as const;
    const rule = `${ALL}\nrules: [{ match: {}, allow: ["ec2:stop", "ec2:terminate"] }]`;
    const { do: done } = planOf(rule, { remedies, history: TOLD });
    expect(done.map((step) => (step.remedy === "quarantine" ? step.name : ""))).toEqual([
      "ec2:stop",
      "ec2:isolate",
    ]);
  });

  test("orders them: the mildest first, whatever the order in which they come", () => {
    const remedies = [
      ...final,
      { name: "b", class: "reversible" },
      { name: "a", class: "reversible" },
    ] as const;
    const names = ({ do: done }: Plan) => done.map((step) => (step.remedy === "quarantine" ? step.name : ""));
    expect(names(planOf(ALL, { remedies, history: TOLD }))).toEqual(["a", "b"]);
    expect(planOf(ALL, { remedies: remedies.toReversed() })).toEqual(planOf(ALL, { remedies }));
  });
});

describe("a resource with a controller", () => {
  test("is never acted on itself: the fix goes to the owner of the controller", () => {
    const tags = { ...IN_DEV, "ml-environment": "DEV" };
    const kept = planOf(ALL, { controller: GROUP, tags, history: TOLD });
    expect(kept.do).toEqual([]);
    expect(kept.propose).toMatchObject([
      { remedy: "tag", repairs: [{ key: "ml-environment" }] },
      { remedy: "factory", ...GROUP, repairs: [{ key: "ml-environment" }] },
    ]);
    expect(heldIn(kept)).toEqual({
      tag: ["controller"],
      factory: ["controller"],
      "ec2:stop": ["controller"],
    });
  });

  test("is told of with its controller, and without a deadline", () => {
    expect(planOf(ALL, { controller: GROUP }).notify).toMatchObject({ controller: GROUP, deadline: null });
    expect(planOf("default: { mode: notify }", { controller: GROUP }).propose).toEqual([]);
  });
});

describe("at most notified is", () => {
  test.each<[string, string, Facts]>([
    ["since", `${ALL}\nsince: 2026-09-01T00:00:00Z`, { created: Date.parse("2026-08-31T23:59:59Z") }],
    ["sweep", ALL, { foundBy: "sweep" }],
  ])("what the guard %s holds", (guard, enforcement, facts) => {
    const old = planOf(enforcement, { tags: { ...IN_DEV, "ml-environment": "DEV" }, ...facts });
    expect([old.do, old.propose]).toEqual([[], []]);
    expect(old.notify).not.toBeNull();
    expect(heldIn(old)).toMatchObject({ tag: [guard], "ec2:stop": [guard, "deadline"] });
  });

  test("nothing that was made at the very instant at which enforcement begins", () => {
    const enforcement = `${ALL}\nsince: 2026-08-30T12:00:00Z`;
    expect(planOf(enforcement, { created: DEVIANT_SINCE, history: TOLD }).do).toEqual([STOP]);
  });
});
