import { apportion } from "../apportion.ts";
import type { Destination } from "../attribution/destination.ts";
import { type Amount, sum } from "../money.ts";
import type { ByDestination, CommitmentSums } from "./tally.ts";

/** What somebody bears of commitments. */
export interface Borne {
  /** What the covered usage costs with them. */
  readonly used: Amount;
  /** What it would cost by list price; null where that is not known. */
  readonly onDemand: Amount | null;
  /** What is borne of commitments that nobody used. */
  readonly unused: Amount;
  /** What is borne above an even discount, below zero where it is less; null where list prices are not known. */
  readonly subsidy: Amount | null;
}

/** What counts at a destination before pools are divided. */
export interface BorneAt extends Borne {
  readonly destination: Destination;
}

/**
 * What each destination in scope bears of commitments. Were they pooled, all usage that one type of commitment covers of
 * one service would have one discount: its whole cost is divided by list cost, rounded by largest remainder.
 * The subsidy is what is borne above that; subsidies sum to 0.
 *
 * @param used on the effective basis
 * @param list the same on the list basis; null where the bill cannot be read on that
 */
export function borneAt(used: CommitmentSums, list: CommitmentSums | null, currency: string): BorneAt[] {
  const inScope = (sums: ByDestination) =>
    new Map([...sums].filter(([key]) => used.destinations.get(key)?.kind !== "excluded"));
  const subsidies = new Map<string, Amount>();
  for (const [cover, costs] of used.covered) {
    const prices = inScope(list?.covered.get(cover) ?? new Map());
    for (const [key, amount] of subsidiesOf(inScope(costs), prices, currency))
      subsidies.set(key, (subsidies.get(key) ?? 0n) + amount);
  }
  const all = [used.unused, ...used.covered.values(), ...(list?.covered.values() ?? [])];
  const keys = new Set(all.flatMap((sums) => [...inScope(sums).keys()]));
  return [...keys].sort().flatMap((key) => {
    const destination = used.destinations.get(key);
    if (destination === undefined) return [];
    return {
      destination,
      used: sumAt(used, key),
      onDemand: list === null ? null : sumAt(list, key),
      unused: used.unused.get(key) ?? 0n,
      subsidy: list === null ? null : (subsidies.get(key) ?? 0n),
    };
  });
}

function subsidiesOf(costs: ByDestination, prices: ByDestination, currency: string): Map<string, Amount> {
  const parts = [...costs.keys()].sort().map((key) => ({ key, weight: positive(prices.get(key) ?? 0n) }));
  // Without any list price there is no discount to even out.
  if (parts.every(({ weight }) => weight === 0n)) return new Map();
  const pooled = apportion(sum(costs.values()), parts, currency);
  return new Map(parts.map(({ key }, index) => [key, (costs.get(key) ?? 0n) - (pooled[index] ?? 0n)]));
}

function sumAt({ covered }: CommitmentSums, key: string): Amount {
  return sum([...covered.values()].map((sums) => sums.get(key) ?? 0n));
}

function positive(amount: Amount): Amount {
  return amount > 0n ? amount : 0n;
}
