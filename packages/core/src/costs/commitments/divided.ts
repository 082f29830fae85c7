import type { Allocation } from "../allocate.ts";
import { apportionShares, type Share } from "../apportion-shares.ts";
import { type Destination, destinationKey } from "../attribution/destination.ts";
import type { Amount } from "../money.ts";
import type { Borne, BorneAt } from "./borne.ts";

/**
 * What is borne of commitments where money ends: what counts at a pool is divided as the pool is, or stays with the pool
 * where nobody is known to divide it among.
 */
export function dividedCommitments(
  borne: readonly BorneAt[],
  { pools, currency }: Pick<Allocation, "pools" | "currency">,
): BorneAt[] {
  const byPool = new Map(pools.map(({ pool, fractions }) => [pool.name, fractions]));
  const ends = new Map<string, BorneAt>();
  const add = (destination: Destination, part: Borne) => {
    const key = destinationKey(destination);
    const known = ends.get(key);
    ends.set(key, { destination, ...(known === undefined ? part : added(known, part)) });
  };
  for (const { destination, ...whole } of borne) {
    const shares = destination.kind === "pool" ? (byPool.get(destination.pool) ?? []) : [];
    if (shares.length === 0) add(destination, whole);
    for (const [index, part] of partsOf(whole, shares, currency).entries()) {
      const share = shares[index];
      if (share !== undefined) add(share.destination, part);
    }
  }
  return [...ends].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, end]) => end);
}

function partsOf(whole: Borne, shares: readonly Share[], currency: string): Borne[] {
  if (shares.length === 0) return [];
  const divide = (amount: Amount | null) =>
    amount === null ? shares.map(() => null) : apportionShares(amount, shares, currency);
  const used = divide(whole.used);
  const unused = divide(whole.unused);
  const onDemand = divide(whole.onDemand);
  const subsidy = divide(whole.subsidy);
  return shares.map((_, index) => ({
    used: used[index] ?? 0n,
    onDemand: onDemand[index] ?? null,
    unused: unused[index] ?? 0n,
    subsidy: subsidy[index] ?? null,
  }));
}

/** The sum of what two bear; what is not known of one is not known of both. */
export function added(a: Borne, b: Borne): Borne {
  const both = (left: Amount | null, right: Amount | null) =>
    left === null || right === null ? null : left + right;
  return {
    used: a.used + b.used,
    onDemand: both(a.onDemand, b.onDemand),
    unused: a.unused + b.unused,
    subsidy: both(a.subsidy, b.subsidy),
  };
}
