/** That somebody turned a rule on, so that it may quarantine. */
export interface Approval {
  /** The hash of what the rule matches and does: a rule that was changed is another. */
  readonly rule: string;
  /** Its place in the configuration when that was, as `enforcement.rules[1]`. */
  readonly place: string;
  /** Who, by name. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Why, where it was not ready by the figures; null where it was. */
  readonly override: string | null;
  /** The figures of that moment, in words, such as `decided 0.91 of 0.95`. */
  readonly figures: readonly string[];
}
