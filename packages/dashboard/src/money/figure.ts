import { type Amount, formatAmount, magnitude } from "./amount.ts";
import { minorDigits } from "./currency.ts";

const SCALE = 24;

/**
 * An amount as people read it: rounded half away from zero to the currency's smallest coin, with thousands separators.
 *
 * @example figure(parseAmount("-1234.565"), "USD") // "-1,234.57"
 */
export function figure(amount: Amount, currency: string): string {
  const decimals = minorDigits(currency);
  const step = 10n ** BigInt(SCALE - decimals);
  const coins = (magnitude(amount) + step / 2n) / step;
  const digits = coins.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${amount < 0n && coins > 0n ? "-" : ""}${whole}${fraction}`;
}

/** Whether the figure of an amount leaves digits away. */
export function isRounded(amount: Amount, currency: string): boolean {
  const decimals = formatAmount(amount).split(".")[1]?.length ?? 0;
  return decimals > minorDigits(currency);
}
