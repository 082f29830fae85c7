import fc from "fast-check";
import { expect, test } from "vitest";
import type { TagMap } from "../../catalog/tags.ts";
import type { Config } from "../../config/definition.ts";
import type { State } from "../lifecycle/standing.ts";
import type { Subject } from "../subject.ts";
import { AT, makeActor } from "../testing/make-subject.ts";
import type { Effect } from "./effects.ts";
import type { PlanInput } from "./input.ts";
import type { Plan } from "./plan.ts";
import { type Planner, planner } from "./planner.ts";
import type { Permission } from "./rule.ts";
import { enforcing, type Facts, HOUR, makeInput } from "./testing/make-input.ts";

/** How a company of these tests enforces. */
type Choice = {
  readonly mode: "observe" | readonly Permission[];
  readonly isStopped: boolean;
  readonly names: readonly string[];
  readonly isAllowing: boolean;
  readonly isDated: boolean;
};

/** Mostly what lets a quarantine through, so that many come close and differ from it in a thing or two. */
function mostly<Value>(usual: NoInfer<Value>, any: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: any });
}

const choice: fc.Arbitrary<Choice> = fc.record({
  mode: mostly<Choice["mode"]>(
    ["notify", "repair", "quarantine"],
    fc.oneof(
      fc.constant("observe" as const),
      fc.subarray<Permission>(["notify", "repair", "quarantine"], { minLength: 1 }),
    ),
  ),
  isStopped: mostly(false, fc.boolean()),
  names: fc.constantFrom([], ["*"], ["prod"], ["dev", "prod"]),
  isAllowing: fc.boolean(),
  isDated: fc.boolean(),
});

const compiled = new Map<string, { readonly config: Config; readonly plan: Planner }>();

function companyOf(chosen: Choice): { readonly config: Config; readonly plan: Planner } {
  const { mode, isStopped, names, isAllowing, isDated } = chosen;
  const match = names.length === 0 ? "{}" : `{ environment: ${JSON.stringify(names)} }`;
  const allow = isAllowing ? '["ec2:stop"]' : "[]";
  const text = `default: { mode: observe, deadline: 2h }
stop: ${isStopped}
${isDated ? "since: 2026-08-31" : ""}
rules: [{ match: ${match}, mode: ${JSON.stringify(mode)}, allow: ${allow} }]`;
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const config = enforcing(text);
  const company = { config, plan: planner(config) };
  compiled.set(text, company);
  return company;
}

const hours = (least: number, most: number) =>
  fc.integer({ min: least * 4, max: most * 4 }).map((quarters) => AT + (quarters * HOUR) / 4);

const KEYS = fc.record(
  {
    "ml-team": fc.constantFrom("vision", "visoin", "VISION", "nobody"),
    "ml-project": fc.constant("ocr"),
    "ml-workload-type": fc.constantFrom("inference", "Inference"),
    "ml-environment": fc.constantFrom("dev", "DEV", "prod", "live", "deev", "qa", " "),
    ML_Environment: fc.constantFrom("dev", "prod"),
    env: fc.constantFrom("dev", "prod", "odd"),
  },
  { requiredKeys: [] },
);

const facts: fc.Arbitrary<Facts> = fc.record({
  tags: mostly<TagMap>({ "ml-environment": "DEV", "ml-team": "visoin" }, KEYS),
  subject: mostly<Partial<Subject>>(
    {},
    fc.record({
      account: fc.constantFrom("111122223333", "222233334444", "444455556666", "555566667777", null),
      actor: fc.constantFrom(
        null,
        makeActor({ roleArn: "arn:aws:iam::1:role/vision-ml", roleName: "vision-ml" }),
        makeActor({ roleArn: "arn:aws:iam::1:role/tagledger-x", roleName: "tagledger-x" }),
      ),
    }),
  ),
  state: mostly<State>(
    "violating",
    fc.constantFrom("repairable", "compliant", "exempt", "gone", "pending", "undecided"),
  ),
  since: mostly<number | null>(AT - 40 * HOUR, fc.option(hours(-48, 0))),
  remedies: fc.subarray([
    { name: "ec2:isolate", class: "reversible" },
    { name: "ec2:stop", class: "lossy" },
    { name: "ec2:hibernate", class: "lossy" },
    { name: "ec2:terminate", class: "final" },
  ] as const),
  controller: mostly<PlanInput["controller"]>(null, fc.constant({ controller: "eks", name: "gpu" })),
  created: mostly(AT - HOUR, hours(-48, 0)),
  foundBy: mostly<PlanInput["foundBy"]>("event", fc.constant("sweep")),
  history: fc.record<PlanInput["history"]>({
    notifiedAt: mostly(AT - 3 * HOUR, fc.option(hours(-48, 0))),
    deadline: mostly<number | null>(AT - HOUR, fc.option(hours(-48, 8))),
    quarantinedAt: mostly<number[]>([], fc.array(hours(-60, 0), { maxLength: 2 })),
  }),
});
type Planned = { readonly chosen: Choice; readonly input: PlanInput; readonly plan: Plan };

/** Holds for every plan that it is about, of which there must be some. */
function law(name: string, isAbout: (planned: Planned) => boolean, holds: (planned: Planned) => void): void {
  test(name, () => {
    let tried = 0;
    fc.assert(
      fc.property(choice, facts, (chosen, given) => {
        const { config, plan } = companyOf(chosen);
        const input = makeInput(config, given);
        const planned = { chosen, input, plan: plan(input) };
        if (!isAbout(planned)) return;
        holds(planned);
        tried++;
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(5);
  });
}

const DAY = 24 * HOUR;

const anyPlan = () => true;

const isDeviant = ({ input: { standing } }: Planned) =>
  standing.state === "violating" || standing.state === "repairable";

function quarantines(effects: readonly Effect[]) {
  return effects.filter((effect) => effect.remedy === "quarantine");
}

/** What these companies know of an environment, said again in the simplest words. */
function environmentOf({ subject }: PlanInput["standing"]["judgement"]): "dev" | "prod" | "unknown" {
  const { "ml-environment": own = "", ML_Environment: other = "", env = "" } = subject.state.tags;
  const words = [own.trim(), other, env].filter((word) => word !== "").map((word) => word.toLowerCase());
  if (words.some((word) => word === "prod" || word === "live")) return "prod";
  if (subject.account === "555566667777") return "prod";
  if (words.some((word) => word !== "dev")) return "unknown";
  return words.length > 0 || subject.account === "222233334444" ? "dev" : "unknown";
}

law(
  "production is at most notified unless the rule names it, also where it only may be",
  ({ chosen, input }) => {
    const environment = environmentOf(input.standing.judgement);
    return environment === "unknown" || (environment === "prod" && !chosen.names.includes("prod"));
  },
  ({ plan }) => {
    expect([plan.do, plan.propose, plan.notify?.deadline ?? null]).toEqual([[], [], null]);
  },
);

law(
  "what is older than enforcement, or was only found by a sweep, is at most notified",
  ({ chosen, input }) =>
    input.foundBy === "sweep" || (chosen.isDated && input.created < Date.parse("2026-08-31T00:00:00Z")),
  ({ plan }) => {
    expect([plan.do, plan.propose, plan.notify?.deadline ?? null]).toEqual([[], [], null]);
  },
);

const quarantinesSome = ({ plan }: Planned) => quarantines(plan.do).length > 0;

law("what is final is never done", quarantinesSome, ({ plan }) => {
  expect(quarantines(plan.do).map((step) => step.class)).not.toContain("final");
});

law("what may lose work is done only by its name", quarantinesSome, ({ chosen, plan }) => {
  for (const step of quarantines(plan.do)) {
    if (step.class === "lossy") expect([chosen.isAllowing, step.name]).toEqual([true, "ec2:stop"]);
  }
});

law(
  "nothing leaves when everything is stopped, nor where a rule observes",
  ({ chosen, plan }) => chosen.isStopped || plan.mode === "observe",
  ({ plan }) => {
    expect([plan.do, plan.propose, plan.notify, plan.due]).toEqual([[], [], null, null]);
  },
);

law(
  "nothing is done to what a controller keeps",
  ({ input }) => input.controller !== null,
  ({ plan }) => {
    expect([plan.do, quarantines(plan.propose)]).toEqual([[], []]);
  },
);

law(
  "only what deviates is planned for",
  (planned) => !isDeviant(planned),
  ({ plan }) => {
    expect([plan.do, plan.propose, plan.notify, plan.due, plan.withheld]).toEqual([[], [], null, null, []]);
  },
);

law(
  "a quarantine follows a notice about the same deviation, its deadline, and a day of peace",
  quarantinesSome,
  ({ input: { standing, history, now } }) => {
    const notifiedAt = history.notifiedAt ?? Number.NaN;
    expect(standing.state).toBe("violating");
    expect(notifiedAt).toBeGreaterThanOrEqual(standing.since ?? Number.NaN);
    expect(notifiedAt + 2 * HOUR).toBeLessThanOrEqual(now);
    expect(history.deadline).toBeLessThanOrEqual(now);
    for (const at of history.quarantinedAt) {
      expect(at + DAY).toBeLessThanOrEqual(now);
      expect(at).toBeLessThan(notifiedAt);
    }
  },
);

law(
  "each permission is its own",
  ({ plan }) => plan.mode !== "observe",
  ({ plan }) => {
    const effects = [...plan.do, ...plan.propose, ...plan.withheld.map(({ step }) => step)];
    const remedies = new Set(effects.map(({ remedy }) => remedy));
    const permits = (permission: Permission) => plan.mode.includes(permission);
    if (!permits("notify")) expect([plan.notify, remedies.has("notify")]).toEqual([null, false]);
    if (!permits("repair")) expect(remedies.has("tag")).toBe(false);
    if (!permits("quarantine")) expect(remedies.has("quarantine")).toBe(false);
  },
);

law(
  "what is permitted is either done or withheld, and what is proposed is withheld",
  isDeviant,
  (planned) => {
    const { input, plan } = planned;
    const held = plan.withheld.map(({ step }) => step);
    const all = [...plan.do, ...held];
    const permits = (permission: Permission) => plan.mode === "observe" || plan.mode.includes(permission);
    const names = quarantines(all).map(({ name }) => name);
    const repairs = all.flatMap((step) => (step.remedy === "tag" ? step.repairs : []));
    expect(new Set(names)).toEqual(
      new Set(permits("quarantine") ? input.remedies.map(({ name }) => name) : []),
    );
    expect(new Set(repairs)).toEqual(new Set(permits("repair") ? input.standing.judgement.repairs : []));
    for (const step of plan.do) expect(held).not.toContainEqual(step);
    for (const step of plan.propose) expect(held).toContainEqual(step);
    expect(plan.notify !== null && held.some(({ remedy }) => remedy === "notify")).toBe(false);
  },
);

law("it is the same for the same input, and looks again only later", anyPlan, ({ chosen, input, plan }) => {
  const again = planner(companyOf(chosen).config);
  expect(again(structuredClone(input))).toEqual(plan);
  expect(again({ ...input, remedies: input.remedies.toReversed() })).toEqual(plan);
  if (plan.due !== null) expect(plan.due).toBeGreaterThan(input.now);
});

/** The input after what a plan said was told. */
function told({ input, plan: { notify } }: Planned): PlanInput {
  if (notify === null) return input;
  return { ...input, history: { ...input.history, notifiedAt: input.now, deadline: notify.deadline } };
}

law(
  "when it is due, there is something to do",
  ({ plan }) => plan.due !== null,
  (planned) => {
    const { plan } = companyOf(planned.chosen);
    const later = plan({ ...told(planned), now: planned.plan.due ?? 0 });
    const effects = quarantines([...later.do, ...later.propose]);
    // A notice that had to be given anew starts the time of a proposal anew.
    const isPutOff = planned.plan.notify !== null && planned.input.history.deadline === null;
    const hasMore = isPutOff && later.due !== null;
    expect(effects.length > 0 || later.notify !== null || hasMore).toBe(true);
  },
);

law(
  "nobody is told the same twice",
  ({ plan, input: { standing, history, now } }) =>
    plan.notify !== null && standing.since !== null && !history.quarantinedAt.includes(now),
  (planned) => {
    expect(companyOf(planned.chosen).plan(told(planned)).notify).toBeNull();
  },
);
