import type { Effect } from "../../tags/plan/effects.ts";
import type { Plan } from "../../tags/plan/plan.ts";
import { isoTime } from "./resource.ts";

/** What is to be done about a resource, in words; times are ISO 8601 in UTC. */
export interface PlanView {
  /** The place of its rule, as `enforcement.rules[1]`. */
  readonly rule: string;
  /** What that permits; empty where it only observes. */
  readonly mode: readonly string[];
  readonly do: readonly string[];
  /** For a person to decide. */
  readonly propose: readonly string[];
  readonly notify: { readonly to: string; readonly deadline: string | null } | null;
  /** When it is planned again; null where nothing but news can change it. */
  readonly due: string | null;
  /** What is not done, once for every guard that holds it back. */
  readonly withheld: readonly {
    readonly what: string;
    readonly guard: string;
    readonly reason: string;
    readonly until: string | null;
  }[];
}

/**
 * Shows a plan.
 *
 * @example planView(plan).withheld[0] // { what: "ec2:stop (lossy)", guard: "production", reason: "…", until: null }
 */
export function planView({ rule, mode, propose, notify, due, withheld, ...plan }: Plan): PlanView {
  return {
    rule,
    mode: mode === "observe" ? [] : mode,
    do: plan.do.map(effectText),
    propose: propose.map(effectText),
    notify: notify === null ? null : { to: addresseeText(notify.to), deadline: timeOr(notify.deadline) },
    due: timeOr(due),
    withheld: withheld.map(({ step, guard, reason, until }) => ({
      what: effectText(step),
      guard,
      reason,
      until: timeOr(until),
    })),
  };
}

function effectText(effect: Effect): string {
  switch (effect.remedy) {
    case "notify":
      return `tell ${addresseeText(effect.notice.to)}`;
    case "tag":
      return `tag ${effect.repairs.map(({ key, value }) => `${key}=${value}`).join(", ")}`;
    case "quarantine":
      return `${effect.name} (${effect.class})`;
    case "factory":
      return `change ${effect.controller}${effect.name === null ? "" : ` ${effect.name}`}`;
  }
}

function addresseeText(to: { readonly team: string } | "fallback"): string {
  return to === "fallback" ? "the fallback" : to.team;
}

function timeOr(at: number | null): string | null {
  return at === null ? null : isoTime(at);
}
