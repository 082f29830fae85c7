import type { Actor } from "../catalog/actor.ts";
import type { Resource } from "../catalog/creation.ts";
import type { TagState } from "./tag-state.ts";

/** A resource as the rules about tags see it: what it is, where it is, who made it, and what it is tagged with. */
export type Subject = Resource & {
  readonly account: string | null;
  readonly region: string | null;
  /** Who made it, or null where nobody knows. */
  readonly actor: Actor | null;
  /** The units above its account, where they are known. */
  readonly organizationalUnits?: readonly string[];
  readonly state: TagState;
  /** The instant at which it is looked at, in epoch milliseconds (UTC). */
  readonly at: number;
};
