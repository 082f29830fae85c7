import type { State } from "../tags/lifecycle/standing.ts";
import type { Plan } from "../tags/plan/plan.ts";
import { RIGHT } from "./next.ts";
import { openQuarantine, type Quarantine, type Remediation } from "./remediation.ts";

/** Guards that say a rule does not do such a thing. */
const NOT_OF_THE_RULE: readonly string[] = ["lossy", "turned-on"];

/** Where a quarantined resource stands by some rules. */
type Quarantined = {
  readonly state: State;
  readonly plan: Plan;
  readonly remediation: Remediation;
  /** Whether every rule only observes, so that nothing is given back by itself. */
  readonly observesOnly: boolean;
};

/** A quarantine that stands though no rule wants it, and until when it does. */
export type Unwanted = {
  readonly quarantine: Quarantine;
  /**
   * Until its tags are right; where every rule only observes, until a person asks to give it back; where somebody did,
   * until that can be done.
   */
  readonly until: "its tags are right" | "it is asked for" | "it can be given back";
};

/**
 * The quarantine that stands though no rule wants it any more; null where there is none, and where it is about to be
 * given back anyway.
 *
 * @example unwantedQuarantine({ state: "violating", plan, remediation, observesOnly: false })?.until // "its tags are right"
 */
export function unwantedQuarantine({ state, plan, remediation, observesOnly }: Quarantined): Unwanted | null {
  const open = openQuarantine(remediation);
  if (open === null || state === "gone") return null;
  const asked = open.asked === null ? null : ({ quarantine: open, until: "it can be given back" } as const);
  // Without any rule that acts, nothing leaves by itself, not even what is given back.
  if (observesOnly) return asked ?? { quarantine: open, until: "it is asked for" };
  const isGivenBack = RIGHT.includes(state) || plan.forbidden !== undefined || open.inForce === null;
  return isGivenBack || isWanted(plan, open)
    ? null
    : (asked ?? { quarantine: open, until: "its tags are right" });
}

function isWanted({ mode, withheld }: Plan, { remedy }: Quarantine): boolean {
  if (mode === "observe" || !mode.includes("quarantine")) return false;
  return !withheld.some(
    ({ step, guard }) =>
      step.remedy === "quarantine" && step.name === remedy && NOT_OF_THE_RULE.includes(guard),
  );
}
