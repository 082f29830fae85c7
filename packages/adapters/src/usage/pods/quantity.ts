import { SCALE } from "@tagledger/core/costs/money";
import { multiply, type Rational, rational } from "@tagledger/core/costs/rational";
import { HOUR } from "../hours.ts";

const UNIT = 10n ** BigInt(SCALE);

/** Bytes in a GiB. */
export const GIB = 2n ** 30n;

/** The product of an amount and a fraction, rounded down where 24 places do not hold it. */
export function scaled(amount: bigint, by: Rational): bigint {
  const { n, d } = multiply({ n: amount, d: 1n }, by);
  return n / d;
}

/** An amount as a fraction. */
export function fraction(amount: bigint): Rational {
  return rational(amount, UNIT);
}

/** The whole hours between two instants. */
export function hoursBetween(start: number, end: number): number {
  return Math.max(0, end - start) / HOUR;
}
