import type { Actor } from "../../catalog/actor.ts";
import type { Resource, SkipReason, TaggedResource } from "../../catalog/creation.ts";
import type { CloudTrailEvent } from "../../catalog/event.ts";
import type { TagMap } from "../../catalog/tags.ts";
import type { HourlyCost } from "../../spend/price.ts";
import type { Plan } from "../../tags/plan/plan.ts";
import type { Judgement } from "../../tags/verdict/judge.ts";

/** A resource of an event, and what is said of it. */
export interface AuditedResource {
  /** The name under which it is known. */
  readonly name: string;
  readonly resource: Resource;
  /** The tags of the request that apply to this resource. */
  readonly requestTags: TagMap;
  readonly judgement: Judgement;
  /** What would be done; null where the verdict is not final. */
  readonly plan: Plan | null;
  /** What it costs in an hour while it runs; null where nobody knows, or where the event did not create it. */
  readonly hourly: HourlyCost | null;
}

/** What an event came to: every event that can be read ends in one of the two. */
export type AuditedEvent = {
  readonly event: CloudTrailEvent;
  /** File and line. */
  readonly place: string;
  readonly actor: Actor;
} & (
  | {
      readonly outcome: "evaluated";
      readonly kind: "creation" | "tagging";
      readonly resources: readonly AuditedResource[];
    }
  | {
      readonly outcome: "skipped";
      readonly skipReason: SkipReason | "own-action";
      /** What was made all the same, where it carries no tags. */
      readonly resources: readonly Resource[];
      /** What the call deleted. */
      readonly ended: readonly TaggedResource[];
    }
);

/** Something in a log that is no event, and why. */
export interface UnreadableItem {
  readonly place: string;
  readonly problem: string;
  /** Whether it does not even look like a record of CloudTrail: another file that lies among them. */
  readonly foreign: boolean;
}

/** One thing found in a log. */
export type AuditItem = AuditedEvent | UnreadableItem;

/**
 * Says whether something in a log could not be read.
 *
 * @example isUnreadableItem({ place: "log.json:1", problem: "eventName is missing", foreign: false }) // true
 */
export function isUnreadableItem(item: AuditItem): item is UnreadableItem {
  return "problem" in item;
}
