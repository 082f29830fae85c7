import { describe, expect, test } from "vitest";
import type { TagMap } from "../../catalog/tags.ts";
import type { State } from "../lifecycle/standing.ts";
import { AT, GOOD, makeActor } from "../testing/make-subject.ts";
import { planner } from "./planner.ts";
import { enforcing, type Facts, HOUR, IN_DEV, makeInput } from "./testing/make-input.ts";
import { ALL, GROUP, heldIn, planOf, STOP, TOLD } from "./testing/plan-of.ts";

describe("a resource that violates", () => {
  test("is told of first, with the deadline from which it may be quarantined", () => {
    const { notify, do: done, due } = planOf(ALL);
    expect(notify).toMatchObject({ rule: "enforcement.default", deadline: AT + 24 * HOUR });
    expect(notify?.reasons.map(({ key }) => key)).toEqual(["ml-team", "ml-project"]);
    expect([done, due]).toEqual([[], AT + 24 * HOUR]);
  });

  test("is left alone until the deadline of its notice, and not told again", () => {
    const history = { notifiedAt: AT - HOUR, quarantinedAt: [] };
    const waiting = planOf(ALL, { history });
    expect([waiting.do, waiting.notify, waiting.due]).toEqual([[], null, AT + 23 * HOUR]);
    expect(waiting.withheld).toMatchObject([{ step: STOP, guard: "deadline", until: AT + 23 * HOUR }]);
  });

  test("is quarantined when the deadline has passed", () => {
    const due = planOf(ALL, { history: TOLD });
    expect([due.do, due.propose, due.notify, due.withheld, due.due]).toEqual([[STOP], [], null, [], null]);
  });

  test("is never quarantined without a notice, also where the rule does not notify", () => {
    const silent = planOf("default: { mode: quarantine }");
    expect([silent.do, silent.notify, silent.due, heldIn(silent)]).toEqual([
      [],
      null,
      null,
      { "ec2:stop": ["deadline"] },
    ]);
  });

  test("gets nothing but a notice where nothing else is permitted", () => {
    const told = planOf("default: { mode: notify }", { history: TOLD });
    expect([told.do, told.propose, told.withheld]).toEqual([[], [], []]);
    expect(planOf("default: { mode: notify }").notify).toMatchObject({ deadline: null });
  });

  test("is judged by the first rule that matches, which takes from the default what it does not say", () => {
    const rules = `${ALL}\nrules: [{ match: { type: "s3:*" }, mode: notify }, { match: { environment: dev }, deadline: 4h }]`;
    expect(planOf(rules)).toMatchObject({
      rule: "enforcement.rules[1]",
      mode: ["notify", "repair", "quarantine"],
      due: AT + 4 * HOUR,
    });
  });
});

describe("a repair", () => {
  const tags: TagMap = { ...GOOD, "ml-environment": "DEV" };

  test("is done by its own permission, without waiting", () => {
    const [step] = planOf("default: { mode: repair }", { tags }).do;
    expect(step).toMatchObject({ remedy: "tag", repairs: [{ key: "ml-environment", value: "dev" }] });
    expect(planOf("default: { mode: [notify, quarantine] }", { tags }).do).toEqual([]);
  });

  test("that would put everything right keeps a resource from being quarantined", () => {
    const mild = planOf(ALL, { tags, history: TOLD });
    expect(mild.do.map(({ remedy }) => remedy)).toEqual(["tag"]);
    expect(heldIn(mild)).toEqual({ "ec2:stop": ["repairable"] });
  });

  test("of a team that somebody mistyped waits for evidence, and does not hold back the others", () => {
    const typed = planOf(ALL, { tags: { ...tags, "ml-team": "visoin" } });
    expect(typed.do).toMatchObject([{ remedy: "tag", repairs: [{ key: "ml-environment" }] }]);
    expect(heldIn(typed)).toEqual({ tag: ["evidence"], "ec2:stop": ["repairable", "deadline"] });
    const maker = makeActor({ roleArn: "arn:aws:iam::222233334444:role/vision-ml", roleName: "vision-ml" });
    const sure = planOf(ALL, { tags: { ...tags, "ml-team": "visoin" }, subject: { actor: maker } });
    expect(heldIn(sure).tag).toBeUndefined();
  });

  test("of an inferred owner needs the confidence of now", () => {
    const { "ml-team": _team, ...rest } = GOOD;
    const facts: Facts = { tags: { ...rest, "ml-environment": "dev" }, subject: { account: "111122223333" } };
    expect(planOf(ALL, facts).do).toMatchObject([{ remedy: "tag", repairs: [{ by: "owner" }] }]);
    const input = makeInput(enforcing(ALL), facts);
    const stricter = planner(enforcing(`${ALL}\nconfidence: 0.9`))(input);
    expect([stricter.do, heldIn(stricter).tag]).toEqual([[], ["evidence"]]);
  });
});

describe("nothing leaves", () => {
  test.each([
    ["observe", "default: { mode: observe }"],
    ["stop", `${ALL}\nstop: true`],
  ])("under %s, and all that would be done is shown", (guard, enforcement) => {
    const tags = { ...IN_DEV, "ml-environment": "DEV" };
    const quiet = planOf(enforcement, { tags, controller: GROUP });
    expect([quiet.do, quiet.propose, quiet.notify, quiet.due]).toEqual([[], [], null, null]);
    expect(Object.keys(heldIn(quiet))).toEqual(["notify", "tag", "factory", "ec2:stop"]);
    for (const guards of Object.values(heldIn(quiet))) expect(guards).toContain(guard);
  });

  test("about what we made ourselves", () => {
    const actor = makeActor({ arn: "arn:aws:sts::1:assumed-role/tagledger-remedies/x" });
    const own = planOf(ALL, { subject: { actor } });
    expect([own.do, own.notify, heldIn(own).notify]).toEqual([[], null, ["own"]]);
  });

  test.each<State>(["compliant", "exempt", "gone", "pending", "undecided"])("where it is %s", (state) => {
    expect(planOf(ALL, { state, history: TOLD, controller: GROUP })).toEqual({
      rule: "enforcement.default",
      mode: ["notify", "repair", "quarantine"],
      do: [],
      propose: [],
      notify: null,
      due: null,
      withheld: [],
    });
  });
});
