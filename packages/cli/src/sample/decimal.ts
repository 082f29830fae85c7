/** A number with at most ten decimal places, as on a bill: the integer that it is at 10^10. */
export type Decimal = bigint;

const ONE = 10n ** 10n;

/** Reads a decimal such as `-0.0225`. */
export function decimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d{1,10}))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal of at most ten places: ${text}`);
  const [, sign, whole = "", fraction = ""] = match;
  const digits = BigInt(whole + fraction.padEnd(10, "0"));
  return sign ? -digits : digits;
}

/** A whole number as a decimal. */
export function whole(value: number | bigint): Decimal {
  return BigInt(value) * ONE;
}

/** The fraction `a/b`, rounded to ten places, halves away from zero. */
export function ratio(a: number | bigint, b: number | bigint): Decimal {
  return divide(BigInt(a) * ONE, BigInt(b));
}

/** The product, rounded to ten places, halves away from zero. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return divide(a * b, ONE);
}

/** The decimal rounded to whole cents. */
export function toCents(value: Decimal): Decimal {
  return divide(value, 10n ** 8n) * 10n ** 8n;
}

/** The decimal as text, without trailing zeros. */
export function toText(value: Decimal): string {
  const digits = String(value < 0n ? -value : value).padStart(11, "0");
  const text = `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, "");
  return value < 0n ? `-${text}` : text;
}

/** The double nearest to the decimal, which is how Parquet holds it. */
export function toDouble(value: Decimal): number {
  // One division of two exact doubles rounds once, so it gives what parsing the text would.
  const units = Number(value);
  return Number.isSafeInteger(units) ? units / 1e10 : Number(toText(value));
}

function divide(a: bigint, b: bigint): bigint {
  const half = b / 2n;
  return a < 0n ? -((-a + half) / b) : (a + half) / b;
}
