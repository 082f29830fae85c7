import { gcd, lcm, type Rational, rational } from "../rational.ts";

/** Exact fractions over one denominator, by key; keys of fraction 0 are absent. */
export interface Vector {
  readonly denominator: bigint;
  readonly numerators: ReadonlyMap<string, bigint>;
}

export const EMPTY: Vector = { denominator: 1n, numerators: new Map() };

/** A vector of weights as fractions of a total. */
export function fractionsOf(weights: ReadonlyMap<string, bigint>, total: bigint): Vector {
  return reduced({ denominator: total, numerators: weights });
}

/**
 * The sum of vectors, each times its factor.
 *
 * @example combine([[rational(1n, 2n), { denominator: 3n, numerators: new Map([["a", 2n]]) }]]) // a: 1/3
 */
export function combine(terms: readonly (readonly [factor: Rational, vector: Vector])[]): Vector {
  const [only, ...others] = terms;
  if (only?.[0].n === 1n && only[0].d === 1n && others.length === 0) return only[1];
  const denominator = terms.reduce((all, [factor, vector]) => lcm(all, factor.d * vector.denominator), 1n);
  const numerators = new Map<string, bigint>();
  for (const [factor, vector] of terms) {
    const scale = factor.n * (denominator / (factor.d * vector.denominator));
    if (scale === 0n) continue;
    for (const [key, numerator] of vector.numerators) {
      numerators.set(key, (numerators.get(key) ?? 0n) + numerator * scale);
    }
  }
  return reduced({ denominator, numerators });
}

/** The fraction of one key, or the sum of those of several, in lowest terms. */
export function fractionAt(vector: Vector, ...keys: readonly string[]): Rational {
  return rational(
    keys.reduce((total, key) => total + (vector.numerators.get(key) ?? 0n), 0n),
    vector.denominator,
  );
}

function reduced({ denominator, numerators }: Vector): Vector {
  let divisor = denominator;
  for (const numerator of numerators.values()) {
    if (divisor === 1n) break;
    divisor = gcd(divisor, numerator);
  }
  const lowest = new Map<string, bigint>();
  for (const [key, numerator] of numerators) if (numerator !== 0n) lowest.set(key, numerator / divisor);
  return { denominator: denominator / divisor, numerators: lowest };
}
