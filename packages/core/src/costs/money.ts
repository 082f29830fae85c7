import { badInput } from "../errors.ts";

/** Decimal places of an amount: one unit is 10^-24 of the currency. */
export const SCALE = 24;

/** An exact amount in units of 10^-24 of one currency, which whoever holds the amount also holds. */
export type Amount = bigint;

const UNIT = 10n ** BigInt(SCALE);
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * Reads a decimal exactly.
 *
 * @throws bad-input when the text is no decimal, or has more than 24 places
 * @example parseAmount("-1.5") // -1_500_000_000_000_000_000_000_000n
 * @example parseAmount("1e-7") // 100_000_000_000_000_000n
 */
export function parseAmount(text: string): Amount {
  const [, sign, whole = "", fraction = "", exponent = "0"] = PLAIN.exec(text.trim()) ?? [];
  if (sign === undefined || whole + fraction === "") {
    throw badInput(`"${text}" is not a decimal number`, { value: text });
  }
  const shift = SCALE - fraction.length + Number(exponent);
  if (shift < 0) {
    throw badInput(`"${text}" has ${SCALE - shift} decimal places; at most ${SCALE} are kept exactly`, {
      value: text,
    });
  }
  const units = BigInt(whole + fraction) * 10n ** BigInt(shift);
  return sign === "-" ? -units : units;
}

/**
 * Writes an amount as its shortest exact decimal.
 *
 * @example formatAmount(1_500_000_000_000_000_000_000_000n) // "1.5"
 */
export function formatAmount(amount: Amount): string {
  const units = amount < 0n ? -amount : amount;
  const fraction = (units % UNIT).toString().padStart(SCALE, "0").replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${units / UNIT}${fraction === "" ? "" : `.${fraction}`}`;
}

/**
 * Counts the decimal places that an amount needs.
 *
 * @example decimalsOf(parseAmount("1.50")) // 1
 */
export function decimalsOf(amount: Amount): number {
  return formatAmount(amount).split(".")[1]?.length ?? 0;
}

/**
 * Rounds an amount half away from zero for people to read; machines get {@link formatAmount}.
 *
 * @example displayAmount(parseAmount("-1234.565"), 2) // "-1,234.57"
 */
export function displayAmount(amount: Amount, decimals: number): string {
  const step = 10n ** BigInt(SCALE - decimals);
  const magnitude = ((amount < 0n ? -amount : amount) + step / 2n) / step;
  const digits = magnitude.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${amount < 0n && magnitude > 0n ? "-" : ""}${whole}${fraction}`;
}

/** Adds amounts of one currency. */
export function sum(amounts: Iterable<Amount>): Amount {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
