import { badInput } from "../errors.ts";

/** Decimal places of an amount: one unit is 10^-24 of the currency. */
export const SCALE = 24;

/** An exact amount in units of 10^-24 of one currency, which whoever holds the amount also holds. */
export type Amount = bigint;

const ZERO = "0".charCodeAt(0);
const ZEROS = "0".repeat(SCALE);
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
  if (amount === 0n) return "0";
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString();
  // Digits are looked at once: a large report has hundreds of thousands of amounts.
  const point = digits.length - SCALE;
  let end = digits.length;
  while (end > point && end > 0 && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  if (point <= 0) return `${sign}0.${ZEROS.slice(0, -point)}${digits.slice(0, end)}`;
  const whole = digits.slice(0, point);
  return end === point ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(point, end)}`;
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
