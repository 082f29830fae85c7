import type { TagMap } from "../../catalog/tags.ts";
import type { Subject } from "../subject.ts";
import type { TagState } from "../tag-state.ts";
import type { Granted } from "../verdict/granted.ts";
import type { TagChange } from "../verdict/replay.ts";

/** How long what is read may still lack what was written before: reads of AWS are eventually consistent. */
export const SETTLING = 5 * 60_000;

/** A look at the live tags of a resource that found it. */
export type TagRead = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Null where what calls told of the tags was taken to be all. */
  readonly tags: TagMap | null;
};

/** Why a look at live tags found none. */
export type Miss =
  /** The service does not know the resource. */
  | "absent"
  /** It cannot be asked yet: the resource is still being made. */
  | "not-ready"
  /** The service is busy. */
  | "throttled"
  /** We may not ask. */
  | "denied"
  /** The service failed, or its answer makes no sense. */
  | "failed"
  /** Nothing can be asked for a resource like this. */
  | "unreadable";

/** A look at the live tags of a resource that found none. */
export type MissedRead = { readonly at: number; readonly miss: Miss };

/** One life of a resource, as far as it was told: all lists are in the order of time. */
export type Life = {
  /** What it is, where, and who made it. */
  readonly subject: Omit<Subject, "state" | "at">;
  /** When it was made, or first heard of, in epoch milliseconds. */
  readonly created: number;
  /** Whether its creation was seen. */
  readonly isBorn: boolean;
  /** When it was deleted, or another took its place; infinite where neither was told. */
  readonly ended: number;
  /** The tags with which it began; unknown ones where it was there before. */
  readonly start: TagState;
  readonly changes: readonly TagChange[];
  readonly reads: readonly TagRead[];
  readonly misses: readonly MissedRead[];
  /** When a new configuration found fault with what complied by the one before, in epoch milliseconds. */
  readonly ruled: readonly number[];
  /** Exemptions that people granted to what has its name. */
  readonly granted: readonly Granted[];
};
