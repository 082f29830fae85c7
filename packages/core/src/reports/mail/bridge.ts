import { minorDigits } from "../../costs/currency.ts";
import { type Amount, decimalsOf, SCALE, sum } from "../../costs/money.ts";
import { multiply, type Rational, rational, subtract } from "../../costs/rational.ts";

/** Why the total of a team is another than a month before; the three sum to the difference, to the last digit. */
export interface Bridge {
  readonly price: Amount;
  readonly volume: Amount;
  readonly method: Amount;
}

/** One part of a team's cost in both months. */
export interface BridgePart {
  readonly before: Amount;
  /** What it would have been a month before by the rules of now; `before` where no rule applies. */
  readonly restated: Amount;
  readonly after: Amount;
  /** How much was used, on any scale that is the same in both months; null where nothing tells. */
  readonly used: { readonly before: Rational; readonly after: Rational } | null;
}

/**
 * Adds up why parts changed. Of each part, method is `restated - before`; volume is what the change of use comes to at the
 * price of before, `restated / used before x (used after - used before)`, rounded as the amounts are; price is the rest.
 * Where nothing tells how much was used, or nothing was used before, all but method is volume.
 *
 * @example bridgeOf([{ before: 10n, restated: 10n, after: 30n, used: null }], "USD") // { price: 0n, volume: 20n, method: 0n }
 */
export function bridgeOf(parts: readonly BridgePart[], currency: string): Bridge {
  const each = parts.map((part) => partBridge(part, currency));
  return {
    price: sum(each.map(({ price }) => price)),
    volume: sum(each.map(({ volume }) => volume)),
    method: sum(each.map(({ method }) => method)),
  };
}

function partBridge({ before, restated, after, used }: BridgePart, currency: string): Bridge {
  const method = restated - before;
  const rest = after - restated;
  if (used === null || used.before.n <= 0n || used.after.n < 0n) return { price: 0n, volume: rest, method };
  const grown = multiply(subtract(used.after, used.before), rational(used.before.d, used.before.n));
  const decimals = Math.max(minorDigits(currency), decimalsOf(restated), decimalsOf(after));
  const volume = rounded(multiply({ n: restated, d: 1n }, grown), 10n ** BigInt(SCALE - decimals));
  return { price: rest - volume, volume, method };
}

/** Half away from zero, to whole quanta. */
function rounded({ n, d }: Rational, quantum: bigint): Amount {
  const [top, bottom] = [(n < 0n ? -n : n) * 2n, d * quantum];
  const quanta = (top + bottom) / (2n * bottom);
  return (n < 0n ? -quanta : quanta) * quantum;
}
