import type { Reason } from "../reasons.ts";

/** What a value is to the schema: as it should be where there is no reason, and what it means where that is clear. */
export type Reading = {
  readonly reason: Reason | null;
  /** The allowed value that is meant, or null where it is none, or not clear which. */
  readonly value: string | null;
};

/**
 * Reads a value of one tag key, at an instant (epoch milliseconds, UTC) as teams answer to other names for a time.
 *
 * @example read(" Production", at) // { reason: "alias", value: "prod" }
 */
export type Reader = (raw: string, at: number) => Reading;

/** Where nothing stands. */
export const EMPTY: Reading = { reason: "empty", value: null };

/** A value that is as it should be. */
export function asItShouldBe(value: string): Reading {
  return { reason: null, value };
}

/** Says whether a value is nothing but space. */
export function isBlank(value: string): boolean {
  // Nothing but control characters and space comes before "!", and what begins with neither needs no closer look.
  const first = value.charCodeAt(0);
  return !(first > 32 && first < 128) && value.trim() === "";
}
