import type { Reason } from "./reasons.ts";

/** One deviation of a resource's tags from the schema. */
export type Finding = {
  /** The tag key of the schema. */
  readonly key: string;
  readonly reason: Reason;
  /** The value that is there, or for a reason about the key the key as it is spelt; null where there is nothing to show. */
  readonly actual: string | null;
  /** What the schema wants there, in words that people and programs can show. */
  readonly expected: string;
};
