/** The decimal places that an amount or a weight may have. */
export const MOST_PLACES = 24;

const WRITTEN = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * Reads a decimal as it is written, exactly, as a number of units of 10^-24.
 *
 * @returns undefined when the text is no decimal, or has more than 24 places
 * @example unitsOf("1.5e-23") // 15n
 */
export function unitsOf(text: string): bigint | undefined {
  const [, sign, whole = "", fraction = "", exponent = "0"] = WRITTEN.exec(text) ?? [];
  if (sign === undefined || whole + fraction === "") return undefined;
  const written = whole + fraction;
  const digits = written.replace(/0+$/, "");
  if (digits === "") return 0n;
  const shift = MOST_PLACES + written.length - digits.length - fraction.length + Number(exponent);
  if (shift < 0) return undefined;
  const units = BigInt(digits) * 10n ** BigInt(shift);
  return sign === "-" ? -units : units;
}

/**
 * Writes units of 10^-24 as a decimal without exponent or needless zeros.
 *
 * @example decimalOf(15n * 10n ** 23n) // "1.5"
 */
export function decimalOf(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(MOST_PLACES + 1, "0");
  const fraction = digits.slice(-MOST_PLACES).replace(/0+$/, "");
  const whole = (units < 0n ? "-" : "") + digits.slice(0, -MOST_PLACES);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/**
 * Writes a decimal in its one plain form; what is not a decimal of at most 24 places stays as it is.
 *
 * @example plainDecimal("0.60") // "0.6"
 */
export function plainDecimal(text: string): string {
  const units = unitsOf(text);
  return units === undefined ? text : decimalOf(units);
}
