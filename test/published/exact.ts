import type { Destination } from "@tagledger/core/costs/attribution/destination";
import { parseAmount, SCALE } from "@tagledger/core/costs/money";
import {
  add,
  formatRational,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "@tagledger/core/costs/rational";
import type { Shares } from "@tagledger/core/costs/sharing/input";

/** How a test calls what ends at a destination; null to leave it out. */
export type NameOf = (destination: Destination) => string | null;

/** By team; what nobody bears by its reason and the pool. */
export const byTeam: NameOf = (destination) => {
  if (destination.kind === "direct") return destination.leaf.team;
  return destination.kind === "unallocated" ? `${destination.reason} ${destination.value}` : null;
};

/** By team and project. */
export const byProject: NameOf = (destination) =>
  destination.kind === "direct" ? `${destination.leaf.team} ${destination.leaf.project}` : null;

/** What amounts of pools come to wherever they end, as exact fractions in lowest terms, before anything is rounded. */
export function exactTotals(
  shares: Shares,
  amounts: Readonly<Record<string, string>>,
  nameOf: NameOf = byTeam,
): Record<string, string> {
  const totals = new Map<string, Rational>();
  for (const [pool, amount] of Object.entries(amounts)) {
    const vector = shares.byPool.get(pool);
    for (const [key, numerator] of vector?.numerators ?? []) {
      const destination = shares.destinations.get(key);
      const name = destination === undefined ? null : nameOf(destination);
      if (name === null) continue;
      const part = multiply(exact(amount), rational(numerator, vector?.denominator ?? 1n));
      totals.set(name, add(totals.get(name) ?? ZERO, part));
    }
  }
  return Object.fromEntries([...totals].map(([name, total]) => [name, written(total)]));
}

/** A decimal, or a fraction, as an exact fraction. */
export function exact(text: string): Rational {
  const [n = "", d] = text.split("/");
  if (d !== undefined) return rational(BigInt(n), BigInt(d));
  return rational(parseAmount(n), 10n ** BigInt(SCALE));
}

/** A fraction as people write it: whole numbers without a denominator. */
export function written(value: Rational): string {
  return formatRational(value).replace(/\/1$/, "");
}

/** The sum of fractions, less others. */
export function net(plus: readonly string[], minus: readonly string[] = []): string {
  const sum = plus.map(exact).reduce(add, ZERO);
  return written(minus.map(exact).reduce(subtract, sum));
}

/** A fraction rounded half up to cents, as it is published. */
export function cents(text: string): string {
  const { n, d } = exact(text);
  const whole = (n * 200n + d) / (2n * d);
  return `${whole / 100n}.${String(whole % 100n).padStart(2, "0")}`;
}
