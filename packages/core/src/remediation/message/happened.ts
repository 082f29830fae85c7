import type { MessageItem } from "../message.ts";

/** How it is told what happened to a resource. */
type Telling = {
  /** As the end of a sentence that begins with the resource. */
  readonly says: string;
  /** As in `3 resources quarantined`. */
  readonly counted: string;
  /** Before the name of the remedy. */
  readonly remedy: string;
};

/** What may have happened, the worst first. */
export const HAPPENED: Readonly<Record<MessageItem["happened"], Telling>> = {
  quarantined: { says: "was quarantined", counted: "quarantined", remedy: "Done" },
  conflict: {
    says: "could not be given back wholly, as somebody changed it meanwhile",
    counted: "not given back wholly",
    remedy: "Was done",
  },
  slipped: {
    says: "is no longer quarantined, as somebody undid that by hand",
    counted: "no longer quarantined, as somebody undid that",
    remedy: "Was done, and somebody undid it",
  },
  violating: { says: "breaks the tag rules", counted: "breaking the tag rules", remedy: "Will be done" },
  proposed: {
    says: "breaks the tag rules, and a person has to decide what to do",
    counted: "waiting for a decision",
    remedy: "Proposed, and done by nobody but a person",
  },
  repaired: { says: "had its tags put right", counted: "repaired", remedy: "Done" },
  released: { says: "was given back", counted: "given back", remedy: "Was done, and is undone" },
};

const WORST_FIRST = Object.keys(HAPPENED);

/**
 * Orders what happened: the worst first.
 *
 * @example ["released", "quarantined"].sort(worstFirst) // ["quarantined", "released"]
 */
export function worstFirst(left: string, right: string): number {
  return WORST_FIRST.indexOf(left) - WORST_FIRST.indexOf(right);
}
