import { controllerOf } from "../catalog/controllers.ts";
import { typeFacts } from "../catalog/facts-of-type.ts";
import type { Life } from "../tags/lifecycle/life.ts";
import type { Standing } from "../tags/lifecycle/standing.ts";
import type { Breakers } from "../tags/plan/breakers.ts";
import type { ControlledBy, PlanInput } from "../tags/plan/input.ts";
import type { Plan } from "../tags/plan/plan.ts";
import type { Planner } from "../tags/plan/planner.ts";
import { historyOf } from "./history.ts";
import { actionDue } from "./next.ts";
import { possibleAtBest } from "./possible.ts";
import { type Dated, type Remediation, remediationOf } from "./remediation.ts";

const DAY = 86_400_000;

/** How what deviates is acted on. */
export type ActingRules = {
  readonly plan: Planner;
  /** Whether the switch is set that stops everything. */
  readonly isStopped: boolean;
  /** Whether every rule only observes, so that we may not write anything. */
  readonly observesOnly: boolean;
  /** How much may be quarantined in an hour. */
  readonly breaker: Breakers;
  /** What may be restarted in an hour, in units of 10^-24 US dollars. */
  readonly restartsPerHour: bigint;
};

/** What is to be done about a resource, what was done, and when there is more to do. */
export type Acted = {
  readonly plan: Plan;
  readonly remediation: Remediation;
  readonly controller: ControlledBy | null;
  /** Whether nothing may leave by itself, not even what is given back. */
  readonly isHeld: boolean;
  /** Whether people are told what was done. */
  readonly tells: boolean;
  /** Epoch milliseconds; null where only news can bring it about. */
  readonly due: number | null;
};

/** A life, where it stands, and what was done about it. */
export type Acting = {
  readonly life: Life;
  readonly standing: Standing;
  /** Of this life, in any order. */
  readonly deeds: readonly Dated[];
  /** When it was last started or changed, in epoch milliseconds; null where no event told of that. */
  readonly ranAt: number | null;
};

/**
 * Plans what to do about a resource: the same for the same facts. What was found by the last look at it counts, unless it
 * was started or changed since.
 *
 * @param now epoch milliseconds
 */
export function actingOn(rules: ActingRules, { life, standing, deeds, ranAt }: Acting, now: number): Acted {
  const remediation = remediationOf(deeds);
  const { inspected } = remediation;
  const isFresh = inspected !== null && (ranAt === null || ranAt <= inspected.at);
  const { type, actor } = life.subject;
  const { tags } = standing.judgement.subject.state;
  const controller = controllerOf(type, tags, actor ?? undefined) ?? inspected?.controller ?? null;
  const atBest = possibleAtBest(typeFacts(type));
  const input: PlanInput = {
    standing,
    remedies: isFresh ? inspected.remedies : atBest,
    controller,
    created: life.created,
    foundBy: life.isBorn ? "event" : "sweep",
    history: historyOf(remediation),
    now,
  };
  const plan = rules.plan(input);
  const { mode } = plan;
  const isHeld = rules.observesOnly || rules.isStopped;
  // Who was told of the beginning is told of the end.
  const tells = (mode !== "observe" && mode.includes("notify")) || remediation.notices.length > 0;
  const { state } = standing;
  const due = actionDue({ state, plan, remediation, ranAt, tells, isHeld }, now);
  // What was not possible then may be later: a database that was being made, say.
  const isWorthALook = due === null && isFresh && wouldAct(rules.plan({ ...input, remedies: atBest }));
  return {
    plan,
    remediation,
    controller,
    isHeld,
    tells,
    due: isWorthALook ? Math.max(now, inspected.at + DAY) : due,
  };
}

function wouldAct(plan: Plan): boolean {
  return plan.do.length > 0 || plan.due !== null;
}
