import { backoff } from "../tags/lifecycle/backoff.ts";
import { SETTLING } from "../tags/lifecycle/life.ts";
import type { State } from "../tags/lifecycle/standing.ts";
import type { Plan } from "../tags/plan/plan.ts";
import type { Attempt } from "./deed.ts";
import { openQuarantine, type Quarantine, type Remediation } from "./remediation.ts";
import { restartsAfter } from "./restarts.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Where a resource stands, what is planned for it, and what was done. */
export type Acting = {
  readonly state: State;
  readonly plan: Plan;
  readonly remediation: Remediation;
  /** When it last did something else than we know, as far as events tell, in epoch milliseconds. */
  readonly ranAt: number | null;
  /** Whether people are told what was done. */
  readonly tells: boolean;
  /** Whether nothing at all may leave by itself: the rule only observes, or everything is stopped. */
  readonly isHeld: boolean;
};

/** States in which what was quarantined is given back. */
export const RIGHT: readonly State[] = ["compliant", "exempt"];

/**
 * When there is something to do about a resource, in epoch milliseconds; null where only news can bring it about.
 *
 * @param now epoch milliseconds
 */
export function actionDue(acting: Acting, now: number): number | null {
  const { state, plan, remediation, ranAt, tells, isHeld } = acting;
  if (state === "gone") return null;
  const open = openQuarantine(remediation);
  const told = tells && !isHeld && remediation.untold.length > 0 ? after(remediation, "notify", now) : null;
  const written = remediation.repairing === null ? null : after(remediation, "tag", now);
  if (open === null) return earliest(told, written, plannedAt(plan, remediation, now));
  // What a person asks for is done though all is held.
  const gives = open.asked !== null || (RIGHT.includes(state) && !isHeld);
  if (gives) return earliest(told, after(remediation, "release", now));
  if (isHeld) return null;
  if (open.inForce !== null) {
    return earliest(told, written, tagsAt(plan, remediation, now), watchedAt(open, remediation, ranAt));
  }
  const isWanted = plan.do.some((step) => step.remedy === "quarantine" && step.name === open.remedy);
  return earliest(told, after(remediation, isWanted ? "quarantine" : "release", now));
}

function plannedAt(plan: Plan, remediation: Remediation, now: number): number | null {
  const others = plan.do.some(({ remedy }) => remedy === "quarantine")
    ? after(remediation, "quarantine", now)
    : null;
  const hasNews = plan.notify !== null || isNewProposal(plan, remediation);
  const notice = hasNews ? after(remediation, "notify", now) : null;
  return earliest(tagsAt(plan, remediation, now), others, notice, plan.due);
}

function tagsAt(plan: Plan, remediation: Remediation, now: number): number | null {
  return plan.do.some(({ remedy }) => remedy === "tag") ? after(remediation, "tag", now) : null;
}

/** Whether a person is to decide something now that nobody was asked since the last notice. */
export function isNewProposal({ propose, mode, do: steps }: Plan, { notices }: Remediation): boolean {
  if (mode === "observe" || !mode.includes("notify")) return false;
  // What is milder and failed is tried again first.
  if (steps.some(({ remedy }) => remedy === "quarantine")) return false;
  const last = notices.findLastIndex(({ about }) => about.includes("violating"));
  const isAsked = notices.slice(Math.max(last, 0)).some(({ about }) => about.includes("proposed"));
  return !isAsked && propose.some(({ remedy }) => remedy === "quarantine");
}

/** At once, or some time after what failed: longer each time, up to six hours. */
function after({ refusals }: Remediation, attempt: Attempt, now: number): number {
  const failed = refusals.filter((each) => each.attempt === attempt || each.attempt === "inspect");
  const last = failed.at(-1);
  if (last === undefined) return now;
  // A breaker closes when the hour has passed.
  return Math.max(now, last.at + Math.min(backoff(failed.length), last.why === "breaker" ? HOUR / 4 : DAY));
}

/** What is quarantined is looked at each day, when the service would undo it, and when events tell that it moved. */
function watchedAt(
  { began, remedy, inForce }: Quarantine,
  { inspected, refusals }: Remediation,
  ranAt: number | null,
): number {
  const since = Math.max(inForce ?? began, inspected?.at ?? began, refusals.at(-1)?.at ?? began);
  const restart = restartsAfter(remedy);
  const undone = (inForce ?? began) + (restart ?? Number.POSITIVE_INFINITY) + SETTLING;
  const moved = ranAt !== null && ranAt > since ? ranAt : Number.POSITIVE_INFINITY;
  return Math.min(since + DAY, undone > since ? undone : Number.POSITIVE_INFINITY, moved);
}

function earliest(...instants: readonly (number | null)[]): number | null {
  const some = instants.filter((at) => at !== null);
  return some.length === 0 ? null : Math.min(...some);
}
