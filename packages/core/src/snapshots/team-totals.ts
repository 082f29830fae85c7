import type { Allocation } from "../costs/allocate.ts";
import type { Destination } from "../costs/attribution/destination.ts";
import type { Amount } from "../costs/money.ts";
import { add, multiply, type Rational, ZERO } from "../costs/rational.ts";

/** What a team bears, rounded as it is charged and exactly. */
export interface TeamTotal {
  /** Null for what stays unallocated or is excluded. */
  readonly team: string | null;
  readonly amount: Amount;
  /** Before rounding, in units of 10^-24. */
  readonly exact: Rational;
}

/** What each team bears of an allocation, direct and shared; ordered by team, what is nobody's last. */
export function teamTotals({ placed, pools }: Pick<Allocation, "placed" | "pools">): TeamTotal[] {
  const totals = new Map<string | null, { amount: Amount; exact: Rational }>();
  const count = (destination: Destination, amount: Amount, exact: Rational) => {
    const team = teamAt(destination);
    const known = totals.get(team) ?? { amount: 0n, exact: ZERO };
    totals.set(team, { amount: known.amount + amount, exact: add(known.exact, exact) });
  };
  for (const { destination, amount } of placed) count(destination, amount, { n: amount, d: 1n });
  for (const { amount: own, shares } of pools) {
    for (const { destination, amount, weight } of shares)
      count(destination, amount, multiply(weight, { n: own, d: 1n }));
  }
  return [...totals].map(([team, total]) => ({ team, ...total })).sort(byTeam);
}

/** The team that bears what counts at a destination; null where nobody does. */
export function teamAt(destination: Destination): string | null {
  return destination.kind === "direct" ? destination.leaf.team : null;
}

/** Orders by team, nobody last. */
export function byTeam(a: { readonly team: string | null }, b: { readonly team: string | null }): number {
  if (a.team === b.team) return 0;
  if (a.team === null) return 1;
  if (b.team === null) return -1;
  return a.team < b.team ? -1 : 1;
}
