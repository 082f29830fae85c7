/** An exact fraction. */
export interface Ratio {
  readonly over: bigint;
  readonly under: bigint;
}

const FRACTION = /^(-?\d+)\/([1-9]\d*)$/;

/**
 * Reads a fraction of the API exactly.
 *
 * @throws where the text is no fraction `n/d`
 * @example parseRatio("1/3") // { over: 1n, under: 3n }
 */
export function parseRatio(text: string): Ratio {
  const [, over, under] = FRACTION.exec(text) ?? [];
  if (over === undefined || under === undefined) throw new Error(`"${text}" is not an exact fraction`);
  return { over: BigInt(over), under: BigInt(under) };
}

/** How much a fraction of an amount is, with what the smallest unit leaves away cut off. */
export function partOf({ over, under }: Ratio, amount: bigint): bigint {
  return (amount * over) / under;
}

/**
 * A fraction as people read a quantity: rounded half away from zero to three decimals, without trailing zeros.
 *
 * @example quantity(parseRatio("34121/10")) // "3,412.1"
 */
export function quantity({ over, under }: Ratio): string {
  const size = over < 0n ? -over : over;
  const thousandths = (2n * size * 1000n + under) / (2n * under);
  if (thousandths === 0n && over !== 0n) return over < 0n ? ">-0.001" : "<0.001";
  const whole = (thousandths / 1000n).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = (thousandths % 1000n).toString().padStart(3, "0").replace(/0+$/, "");
  return `${over < 0n ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}

const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 4 });
const LONG = 1_000_000_000n;

/**
 * A quantity where there is little room: one that is long is told by its first digits.
 *
 * @example shortQuantity(parseRatio("8510180648/1")) // "8.51B"
 */
export function shortQuantity(ratio: Ratio): string {
  const whole = ratio.over / ratio.under;
  return whole < LONG && whole > -LONG ? quantity(ratio) : COMPACT.format(whole);
}

/** Adds two fractions. */
export function plus(a: Ratio, b: Ratio): Ratio {
  if (a.under === b.under) return { over: a.over + b.over, under: a.under };
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}
