import type { Amount } from "@tagledger/core/costs/money";
import type { Whole } from "./byte-columns.ts";

/** Longer ones may not be exact as a number. */
const NUMBER_DIGITS = 15;

/** An amount as its digits without the zeros at their end, and a number that says how many these were and which sign it has. */
export interface AmountDigits {
  readonly digits: Whole;
  readonly shape: number;
}

/**
 * Takes an amount apart, because few amounts use all 24 places.
 *
 * @example amountDigits(-1_500n) // { digits: 15, shape: 5 }
 */
export function amountDigits(amount: Amount): AmountDigits {
  if (amount === 0n) return { digits: 0, shape: 0 };
  const text = String(amount < 0n ? -amount : amount);
  let end = text.length;
  while (text[end - 1] === "0") end -= 1;
  const digits = text.slice(0, end);
  return {
    digits: digits.length <= NUMBER_DIGITS ? Number(digits) : BigInt(digits),
    shape: 2 * (text.length - end) + (amount < 0n ? 1 : 0),
  };
}

/** Puts an amount together again. */
export function amountOf(digits: bigint, shape: number): Amount {
  const magnitude = digits * 10n ** BigInt(shape >> 1);
  return shape % 2 === 1 ? -magnitude : magnitude;
}
