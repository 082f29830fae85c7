import type { Amount } from "@tagledger/core/costs/money";
import type { Whole } from "./byte-columns.ts";

const ZERO = "0".charCodeAt(0);
/** Longer ones may not be exact as a number. */
const NUMBER_DIGITS = 15;
/** How much longer digits may be for fewer kinds of amounts. */
const TOLERANCE = 1.05;

/** Amounts taken apart. */
export interface AmountDigits {
  readonly digits: readonly Whole[];
  /** Of each how many zeros were left off, times two, and 1 more where it is below zero. */
  readonly shapes: readonly number[];
}

/**
 * Takes amounts apart into digits and the zeros after them, because few use all 24 places. As many zeros are left off as
 * most of them have: a zero that ends one by chance costs less as a digit.
 *
 * @example amountDigits([-1_500n, 200n]) // { digits: [15, 2], shapes: [5, 4] }
 */
export function amountDigits(amounts: readonly Amount[]): AmountDigits {
  const texts = amounts.map((amount) => String(amount < 0n ? -amount : amount));
  const zeros = texts.map(zerosOf);
  const most = usualZeros(texts, zeros);
  const left = zeros.map((count) => Math.min(count, most));
  const digits = texts.map((text, index) => text.slice(0, text.length - (left[index] ?? 0)));
  return {
    digits: digits.map((text) => (text.length <= NUMBER_DIGITS ? Number(text) : BigInt(text))),
    shapes: amounts.map((amount, index) => 2 * (left[index] ?? 0) + (amount < 0n ? 1 : 0)),
  };
}

/** Puts an amount together again. */
export function amountOf(digits: bigint, shape: number): Amount {
  const magnitude = digits * 10n ** BigInt(shape >> 1);
  return shape % 2 === 1 ? -magnitude : magnitude;
}

function zerosOf(text: string): number {
  let end = text.length;
  while (end > 1 && text.charCodeAt(end - 1) === ZERO) end -= 1;
  return text.length - end;
}

/** The fewest zeros to leave off at most that make digits about as short as leaving off all. */
function usualZeros(texts: readonly string[], zeros: readonly number[]): number {
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  const counts = new Map([[0, 0]]);
  for (const count of zeros) counts.set(count, (counts.get(count) ?? 0) + 1);
  const kinds = [...counts].sort(([a], [b]) => a - b);
  const lengthAt = (most: number) =>
    total - kinds.reduce((sum, [count, texts]) => sum + texts * Math.min(count, most), 0);
  const shortest = lengthAt(Number.POSITIVE_INFINITY);
  return kinds.find(([most]) => lengthAt(most) <= shortest * TOLERANCE)?.[0] ?? 0;
}
