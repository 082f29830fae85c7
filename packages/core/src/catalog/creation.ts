import type { Row } from "./row.ts";
import type { TagMap } from "./tags.ts";

/** A resource that an event names. */
export type Resource = {
  /** Null where the event neither holds it nor allows to build it. */
  readonly arn: string | null;
  readonly id: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
};

/** A resource found in a CloudTrail event that created it. */
export type Creation = Resource & {
  /** The tags of the request that apply to this resource. */
  readonly requestTags: TagMap;
  /** Keys that the request sets to values which the log hides; `*` where it hides them all. */
  readonly hiddenTags: readonly string[];
  /** The tags that the event shows the resource to carry besides, as those of a launch template; null where it cannot. */
  readonly carriedTags: TagMap | null;
  /** Whether later tagging names it in a way that the event does not show. */
  readonly taggedElsewhere: boolean;
  readonly row: Row;
};

/** A resource that a call names which it does not create, perhaps without saying what it is. */
export type TaggedResource = Resource & {
  /** What the shape of the id implies where the event states no ARN: good enough to find a resource, not to show one. */
  readonly implied: { readonly arn: string | null; readonly type: string } | null;
};

/** What a tagging call does to resources that exist. */
export type Tagging = {
  readonly change: "set" | "remove" | "replace";
  readonly resources: readonly TaggedResource[];
  /** What is set; of a removal the values without which a key stays. */
  readonly tags: TagMap;
  /** What is removed; empty unless the change is a removal. */
  readonly keys: readonly string[];
  /** Keys that are set to values which the log hides; `*` where it hides them all. */
  readonly hiddenTags: readonly string[];
};

/** Why an event is not evaluated. */
export type SkipReason =
  /** The call failed. */
  | "failed-call"
  /** The event names no resource. */
  | "no-resource"
  /** What was made carries no tags of its own. */
  | "not-taggable"
  /** A read, a deletion, a change. */
  | "not-a-creation"
  /** A mutation that the catalog lacks. */
  | "unknown-event";

/** What an event holds for us. */
export type Extraction =
  | { readonly outcome: "evaluated"; readonly kind: "creation"; readonly creations: readonly Creation[] }
  | { readonly outcome: "evaluated"; readonly kind: "tagging"; readonly taggings: readonly Tagging[] }
  | {
      readonly outcome: "skipped";
      readonly skipReason: SkipReason;
      /** What was made all the same, where it carries no tags. */
      readonly resources: readonly Resource[];
      /** What the call deleted. */
      readonly ended: readonly TaggedResource[];
    };
