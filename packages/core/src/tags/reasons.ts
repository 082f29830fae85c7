/** What a reason says of a tag, and what follows from it. */
export type ReasonFacts = {
  /** For people, as the end of a sentence that begins with the tag key. */
  readonly says: string;
  /** What deviates; of something unknown nobody can say whether it does. */
  readonly about: "presence" | "key" | "value" | "unknown";
};

/** Why a tag is not as the schema wants it. */
export const REASONS = {
  missing: { says: "is required, and is not there", about: "presence" },
  empty: { says: "is there without a value", about: "presence" },
  "misspelt-key": { says: "stands under another spelling of its key", about: "key" },
  "conflicting-keys": { says: "stands under several spellings of its key that disagree", about: "key" },
  "not-normalized": { says: "has an allowed value in another spelling", about: "value" },
  alias: { says: "has another word for an allowed value", about: "value" },
  "not-listed": { says: "has a value that is not allowed", about: "value" },
  "pattern-mismatch": { says: "has a value that does not fit its pattern", about: "value" },
  "unknown-team": { says: "names no team", about: "value" },
  hidden: { says: "has a value that the log does not show", about: "unknown" },
} as const satisfies Record<string, ReasonFacts>;

/** Why a tag is not as the schema wants it, by name. */
export type Reason = keyof typeof REASONS;

/**
 * Says whether a finding could be a violation, were it to last: what the log hides never could.
 *
 * @example canViolate("hidden") // false
 */
export function canViolate(reason: Reason): boolean {
  return REASONS[reason].about !== "unknown";
}
