import type { Actor } from "../catalog/actor.ts";
import type { TagMap } from "../catalog/tags.ts";
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
    })
  | (Happening & { readonly kind: "tagged" } & TagChange)
  | (Happening & { readonly kind: "decided"; readonly verdict: Verdict });
