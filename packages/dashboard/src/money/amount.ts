/** An exact amount in units of 10^-24 of its currency. */
export type Amount = bigint;

const SCALE = 24;
const UNIT = 10n ** BigInt(SCALE);
const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,24}))?$/;

/**
 * Reads a decimal of the API exactly.
 *
 * @throws where the text is no plain decimal of at most 24 places
 * @example parseAmount("-1.5") // -1_500_000_000_000_000_000_000_000n
 */
export function parseAmount(text: string): Amount {
  const [, sign, whole = "", fraction = ""] = DECIMAL.exec(text) ?? [];
  if (sign === undefined) throw new Error(`"${text}" is not an exact amount`);
  const units = BigInt(whole) * UNIT + BigInt(fraction.padEnd(SCALE, "0"));
  return sign === "-" ? -units : units;
}

/**
 * Writes an amount as the API does: its shortest exact decimal.
 *
 * @example formatAmount(1_500_000_000_000_000_000_000_000n) // "1.5"
 */
export function formatAmount(amount: Amount): string {
  const units = magnitude(amount);
  const fraction = (units % UNIT).toString().padStart(SCALE, "0").replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${units / UNIT}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Adds amounts of one currency. */
export function sum(amounts: Iterable<Amount>): Amount {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** How much an amount is, whether cost or credit. */
export function magnitude(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}

/** Orders by amount, the largest first; equal amounts keep their order. */
export function largestFirst<Item>(amountOf: (item: Item) => Amount): (a: Item, b: Item) => number {
  return (a, b) => {
    const [left, right] = [amountOf(a), amountOf(b)];
    return left === right ? 0 : left > right ? -1 : 1;
  };
}
