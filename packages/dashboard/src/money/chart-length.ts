import type { Amount } from "./amount.ts";

const MILLIONTH = 10n ** 18n;

/** How long an amount is drawn: the only place where money becomes a number, which nobody reads as money. */
export function chartLength(amount: Amount): number {
  return Number(amount / MILLIONTH) / 1_000_000;
}
