/** An exact fraction in lowest terms, its denominator positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** The fraction 0. */
export const ZERO: Rational = { n: 0n, d: 1n };
/** The fraction 1. */
export const ONE: Rational = { n: 1n, d: 1n };

/** The greatest common divisor, never negative; gcd(0, 0) is 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The least common multiple of two positive numbers. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

/**
 * A fraction in lowest terms.
 *
 * @throws RangeError when the denominator is 0
 * @example rational(2n, -4n) // { n: -1n, d: 2n }
 */
export function rational(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError(`the fraction ${n}/0 has no value`);
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

/** The sum of two fractions. */
export function add(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** The first fraction less the second. */
export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** The product of two fractions. */
export function multiply(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  return rational(a.n * b.n, a.d * b.d);
}

/**
 * The first fraction divided by the second.
 *
 * @throws RangeError when the second is 0
 */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/**
 * Writes a fraction as `n/d`.
 *
 * @example formatRational(rational(1n, 3n)) // "1/3"
 */
export function formatRational(value: Rational): string {
  return `${value.n}/${value.d}`;
}
