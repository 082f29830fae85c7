/** A statement about a snapshot that was put to the test. */
export interface Proof {
  /** What is stated, as `every pool's shares sum to its amount`. */
  readonly states: string;
  /** Whether it holds; null where that cannot be told any more. */
  readonly holds: boolean | null;
  /** What it was shown by, or the first places where it does not hold, or why it cannot be told. */
  readonly details: readonly string[];
}

/** What the digest of a snapshot proves. */
export const AS_KEPT = "it is what was kept: its digest is that of its content";

/** How many places are named where a statement does not hold. */
export const MOST_DETAILS = 5;

/** A statement that holds where nothing contradicts it. */
export function proof(states: string, shownBy: string, contradictions: readonly string[]): Proof {
  if (contradictions.length === 0) return { states, holds: true, details: [shownBy] };
  const more = contradictions.length - MOST_DETAILS;
  const named = contradictions.slice(0, MOST_DETAILS);
  return { states, holds: false, details: more > 0 ? [...named, `and ${more} more`] : named };
}

/** A statement that cannot be put to the test. */
export function unproven(states: string, why: string): Proof {
  return { states, holds: null, details: [why] };
}
