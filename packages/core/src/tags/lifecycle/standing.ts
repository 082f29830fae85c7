import type { Judgement } from "../verdict/judge.ts";

/** Where a resource stands between its sight and its end. */
export type State =
  /** Its tags do not comply as far as they are known, and its grace or the look at them that follows is not over. */
  | "pending"
  | "compliant"
  /** Its live tags, after the grace, deviate in ways that can be put right without asking. */
  | "repairable"
  /** Its grace is over, and its live tags could not be read, or do not tell. */
  | "undecided"
  /** Its live tags, after the grace, deviate. */
  | "violating"
  | "exempt"
  /** It was deleted, or replaced, or is no longer found. */
  | "gone";

/** What is said of a resource at an instant, and when there is more to say. */
export type Standing = {
  readonly state: State;
  readonly judgement: Judgement;
  /** Epoch milliseconds since when its tags have not complied; null where they do. */
  readonly since: number | null;
  /** Epoch milliseconds at which it has to be looked at again; null where nothing but news can change what is said. */
  readonly due: number | null;
  /** Whether its live tags have to be read when it is due. */
  readonly needsRead: boolean;
  /** Epoch milliseconds at which it ended; null while it is there. */
  readonly ended: number | null;
};
