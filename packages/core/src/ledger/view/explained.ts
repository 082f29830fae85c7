import type { Fields } from "../../remediation/fields.ts";
import type { Quarantine } from "../../remediation/remediation.ts";
import type { Unwanted } from "../../remediation/unwanted.ts";
import type { State } from "../../tags/lifecycle/standing.ts";
import type { PlanView } from "./plan.ts";
import { isoTime } from "./resource.ts";
import type { StoryView } from "./story.ts";

/** An amount as an exact decimal. */
interface MoneyView {
  readonly amount: string;
  readonly currency: string;
}

/** A quarantine with all that is needed to take it back; times are ISO 8601 in UTC. */
export interface QuarantineView {
  /** As in `ec2:stop`. */
  readonly remedy: string;
  /** The place of the rule that decided. */
  readonly rule: string;
  readonly began: string;
  /** Since when it is in force; null where that is not sure. */
  readonly inForce: string | null;
  readonly ended: { readonly at: string; readonly how: string } | null;
  /** What it was before. */
  readonly before: Fields;
  /** What we set. */
  readonly ours: Fields;
  /** What it costs an hour, in US dollars; null where nobody knows. */
  readonly usdPerHour: string | null;
  /** Who asked to give it back. */
  readonly asked: { readonly at: string; readonly by: string; readonly reason: string | null } | null;
}

/** The whole story of a resource, and what is to be done about it now. */
export interface ExplainedView extends StoryView {
  readonly state: State;
  /** What it costs an hour, and has cost so far; null where nobody knows. */
  readonly hourly: MoneyView | null;
  readonly soFar: MoneyView | null;
  /** What makes and keeps it, where that is known. */
  readonly controller: { readonly controller: string; readonly name: string | null } | null;
  readonly plan: PlanView;
  /** The oldest first. */
  readonly quarantines: readonly QuarantineView[];
  /** Until when it stands quarantined though no rule wants that; null where that is not so. */
  readonly unwantedUntil: Unwanted["until"] | null;
}

/**
 * Shows a quarantine.
 *
 * @example quarantineView(quarantine).before // { groups: ["sg-1"] }
 */
export function quarantineView({ began, inForce, ended, asked, ...told }: Quarantine): QuarantineView {
  return {
    ...told,
    began: isoTime(began),
    inForce: inForce === null ? null : isoTime(inForce),
    ended: ended === null ? null : { at: isoTime(ended.at), how: ended.how },
    asked: asked === null ? null : { at: isoTime(asked.at), by: asked.by, reason: asked.reason },
  };
}
