import type { TagMap } from "../../catalog/tags.ts";
import type { RemedyClass } from "../../catalog/type-facts.ts";
import type { Standing } from "../lifecycle/standing.ts";

/** Something that can be done to this very resource to quarantine it, as the catalog says. */
export type PossibleRemedy = {
  /** As in `ec2:stop`. */
  readonly name: string;
  readonly class: RemedyClass;
};

/** What makes and keeps a resource, as the group `workers` of `auto-scaling`. */
export type ControlledBy = {
  readonly controller: string;
  /** Null where it does not show. */
  readonly name: string | null;
};

/** What was done to a resource before. */
export type History = {
  /** Epoch milliseconds of the latest notice that was delivered. */
  readonly notifiedAt: number | null;
  /**
   * The deadline that this notice named, in epoch milliseconds; null where it announced no quarantine. Where it is
   * absent, the rule's own time since the notice counts.
   */
  readonly deadline?: number | null;
  /** Epoch milliseconds of every quarantine, or of its end, in any order. */
  readonly quarantinedAt: readonly number[];
  /** Whether a quarantine is in force now. */
  readonly isQuarantined?: boolean;
  /** What we wrote to its tags before, in any order. */
  readonly repaired?: readonly { readonly at: number; readonly set: TagMap }[];
};

/** All that decides what is planned for one resource. */
export type PlanInput = {
  readonly standing: Standing;
  /** Those that fit this very resource. */
  readonly remedies: readonly PossibleRemedy[];
  readonly controller: ControlledBy | null;
  /** When it was made, in epoch milliseconds. */
  readonly created: number;
  /** Whether the event of its creation was seen; what was only found later may be of any age. */
  readonly foundBy: "event" | "sweep";
  readonly history: History;
  /** Epoch milliseconds. */
  readonly now: number;
};
