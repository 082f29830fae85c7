import type { Actor } from "../catalog/actor.ts";
import type { TagMap } from "../catalog/tags.ts";
import type { Deed } from "../remediation/deed.ts";
import type { Attributes } from "../spend/price.ts";
import type { Miss } from "../tags/lifecycle/life.ts";
import type { State } from "../tags/lifecycle/standing.ts";
import type { Verdict } from "../tags/verdict/judge.ts";
import type { TagChange } from "../tags/verdict/replay.ts";

/** When something happened, and by whose call. */
interface Happening {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Null where no event told. */
  readonly eventId: string | null;
  /** Counts the facts of one kind that one event tells of one resource, from 0. */
  readonly part: number;
  readonly actor: Actor | null;
}

/** What happened to a resource: never changed once it is known, and the same whenever its event comes again. */
export type Fact =
  | (Happening & {
      readonly kind: "created";
      readonly tags: TagMap;
      /** Keys whose values the log hides; `*` where it hides them all. */
      readonly hiddenTags: readonly string[];
      /** True where the call also succeeds for what is there already: it begins a life only where none is known. */
      readonly mayExist?: true;
      /** What decides its price; absent where nothing is known to. */
      readonly attributes?: Attributes;
      /** True where it may have been tagged by calls that nobody can connect with it. */
      readonly taggedElsewhere?: true;
    })
  | (Happening & { readonly kind: "tagged" } & TagChange)
  /** It was deleted. */
  | (Happening & { readonly kind: "ended" })
  /** It was stopped or started, or became something that costs something else. */
  | (Happening & {
      readonly kind: "ran";
      readonly effect: "stops" | "starts" | "changes" | "ends";
      readonly attributes: Attributes;
      /** Epoch milliseconds at which AWS starts it again by itself; null where it does not. */
      readonly resumes: number | null;
    })
  /**
   * Its live tags were read, on purpose or because a sweep came by; null where what calls told of them was taken to be
   * all.
   */
  | (Happening & { readonly kind: "read"; readonly tags: TagMap | null })
  /** Its live tags were asked for, in vain. */
  | (Happening & { readonly kind: "missed"; readonly miss: Miss })
  /** A new configuration found fault with what complied by the one before. */
  | (Happening & { readonly kind: "ruled" })
  | (Happening & { readonly kind: "decided"; readonly verdict: Verdict; readonly state: State })
  /** We did something about it, or tried to. */
  | (Happening & Deed);
