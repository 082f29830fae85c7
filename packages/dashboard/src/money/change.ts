import type { Amount } from "./amount.ts";
import { figure } from "./figure.ts";

/**
 * How much more or less something came to: a figure that always has its sign.
 *
 * @example change(parseAmount("12.5"), "USD") // "+12.50"
 */
export function change(amount: Amount, currency: string): string {
  const read = figure(amount, currency);
  return amount > 0n ? `+${read}` : read;
}
