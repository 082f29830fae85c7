import type { View } from "../match/view.ts";
import type { Notice } from "./effects.ts";
import type { Situation } from "./guard.ts";

/**
 * Addresses a notice.
 *
 * @param deadline when a quarantine may follow, or null where none would
 * @example noticeOf(view, situation, null) // { to: { team: "vision" }, rule: "enforcement.default", … }
 */
export function noticeOf(view: View, situation: Situation, deadline: number | null): Notice {
  const { standing, rule, controller } = situation;
  const team = view.dimension("team");
  return {
    to: team === null ? "fallback" : { team },
    rule: rule.place,
    reasons: standing.judgement.findings,
    deadline,
    controller,
  };
}

/** Says whether there is something to tell that was not told: the deviation, or that a quarantine follows it now. */
export function isNews({ told }: Pick<Situation, "told">, deadline: number | null): boolean {
  return told === null || (told.deadline === null && deadline !== null);
}
