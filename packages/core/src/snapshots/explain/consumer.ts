import { POOL_PREFIX, UNOWNED_PREFIX } from "../../config/consumers.ts";
import type { Destination } from "../../costs/attribution/destination.ts";
import { add, type Rational, ZERO } from "../../costs/rational.ts";
import type { Row } from "../../costs/sharing/row.ts";
import { fractionAt } from "../../costs/sharing/vector.ts";

/** What capacity that nobody used is called among consumers. */
const IDLE = "idle";

/** The fractions in which a pool hands on what it holds, by consumer as usage calls it: the largest first. */
export function fractionsByConsumer(row: Row): Map<string, Rational> {
  const fractions = new Map<string, Rational>();
  const count = (name: string, fraction: Rational) =>
    fractions.set(name, add(fractions.get(name) ?? ZERO, fraction));
  for (const key of row.leaves.numerators.keys()) {
    const destination = row.destinations.get(key);
    if (destination !== undefined) count(consumerAt(destination), fractionAt(row.leaves, key));
  }
  for (const [pool, fraction] of row.pools) count(`${POOL_PREFIX}${pool}`, fraction);
  return new Map([...fractions].sort(([a, left], [b, right]) => compare(right, left) || (a < b ? -1 : 1)));
}

/** Who money counts for, as usage calls them: a team, `pool:NAME`, `unowned:NAME`, `idle`, or why it is nobody's. */
export function consumerAt(destination: Destination): string {
  switch (destination.kind) {
    case "direct":
      return destination.leaf.team ?? "";
    case "pool":
      return `${POOL_PREFIX}${destination.pool}`;
    case "unallocated":
      if (destination.reason === "idle") return IDLE;
      return destination.reason === "no-team"
        ? `${UNOWNED_PREFIX}${destination.value ?? ""}`
        : destination.reason;
    case "excluded":
      return destination.kind;
  }
}

function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
