import type { Rational } from "../costs/rational.ts";

/** The lesser of two fractions. */
export function lesser(a: Rational, b: Rational): Rational {
  return a.n * b.d <= b.n * a.d ? a : b;
}
