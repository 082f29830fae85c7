import type { Basis } from "@tagledger/core/costs/charge";

/** The bases in the order in which they are offered, and what each means. */
export const BASES: Readonly<Record<Basis, string>> = {
  effective: "effective cost",
  billed: "billed cost",
  contracted: "contracted cost",
  list: "list price",
};

const REASONS: Readonly<Record<string, string>> = {
  "invalid-team": "the tag names no team",
  "no-team": "nothing says whose it is",
  "no-usage": "the pool has no usage to divide it by",
  idle: "capacity that nobody used",
};

/** What a reason for unallocated money means; an empty text where it speaks for itself. */
export function reasonWords(reason: string): string {
  return REASONS[reason] ?? "";
}

/** How many characters of a snapshot's hash tell it apart for a person. */
export const SHORT_SNAPSHOT = 12;

/**
 * A count with its noun.
 *
 * @example countWords(1, "resource") // "1 resource"
 */
export function countWords(count: number, noun: string): string {
  return `${wholeNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A count with thousands separators. */
export function wholeNumber(count: number): string {
  return count.toLocaleString("en");
}
