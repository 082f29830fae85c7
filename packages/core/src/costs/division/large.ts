/** What came of dividing a whole number: shares that sum to it, and which were given one more than their whole part. */
export interface WholeShares {
  readonly shares: bigint[];
  readonly units: Uint8Array;
}

/**
 * Divides a whole number of 0 or more into whole numbers by largest remainder, whatever the size of the weights.
 *
 * @param places for each part another number; of equal remainders the higher counts
 */
export function divideLarge(
  whole: bigint,
  weights: readonly bigint[],
  total: bigint,
  places: readonly number[],
): WholeShares {
  let left = whole;
  const remainders: bigint[] = [];
  const shares = weights.map((weight) => {
    const product = whole * weight;
    const share = product / total;
    remainders.push(product - share * total);
    left -= share;
    return share;
  });
  const units = new Uint8Array(weights.length);
  if (left > 0n) {
    const byRemainder = weights.map((_, index) => index).sort((a, b) => compare(remainders, places, a, b));
    for (const index of byRemainder.slice(0, Number(left))) {
      shares[index] = (shares[index] ?? 0n) + 1n;
      units[index] = 1;
    }
  }
  return { shares, units };
}

function compare(remainders: readonly bigint[], places: readonly number[], a: number, b: number): number {
  const [left = 0n, right = 0n] = [remainders[a], remainders[b]];
  if (left !== right) return left > right ? -1 : 1;
  return (places[b] ?? 0) - (places[a] ?? 0);
}
