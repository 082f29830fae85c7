import { type Destination, destinationKey } from "../../costs/attribution/destination.ts";
import { multiply, type Rational, rational } from "../../costs/rational.ts";
import type { SnapshotPool } from "../snapshot.ts";

/** Why a share was rounded up, or was not. */
export interface Rounding {
  /** How many quanta were left when all shares of the pool had been rounded down. */
  readonly left: number;
  /** What rounding down took from this share, as a part of a quantum. */
  readonly remainder: Rational;
  /** Its place among all shares by remainder, from 1; the first `left` were given a quantum each. */
  readonly rank: number;
  /** Whether an equal remainder was on the other side of the line, so that the key decided. */
  readonly tied: boolean;
}

/** Says of each share of a pool, in their order, how it was rounded: by largest remainder, equal ones by key. */
export function roundings(pool: SnapshotPool): Rounding[] {
  const { shares } = pool;
  const remainders = shares.map(({ weight }) => remainderOf(pool, weight));
  const left = shares.reduce((total, { units }) => total + units, 0);
  const keys = shares.map(({ destination }) => destinationKey(destination));
  const order = shares.map((_, index) => index).sort((a, b) => compare({ remainders, keys }, a, b));
  const at = (place: number): Rational | undefined => remainders[order[place] ?? -1];
  const [last, next] = [at(left - 1), at(left)];
  const edge = last !== undefined && next !== undefined && last.n * next.d === next.n * last.d ? last : null;
  const ranks = new Map(order.map((index, place) => [index, place + 1]));
  return remainders.map((remainder, index) => ({
    left,
    remainder,
    rank: ranks.get(index) ?? 0,
    tied: edge !== null && edge.n * remainder.d === remainder.n * edge.d,
  }));
}

function remainderOf({ amount, quantum }: SnapshotPool, weight: Rational): Rational {
  const quanta = (amount < 0n ? -amount : amount) / quantum;
  const { n, d } = multiply(weight, { n: quanta, d: 1n });
  return rational(n % d, d);
}

function compare(
  { remainders, keys }: { readonly remainders: readonly Rational[]; readonly keys: readonly string[] },
  a: number,
  b: number,
): number {
  const [left, right] = [remainders[a], remainders[b]];
  const difference = left === undefined || right === undefined ? 0n : left.n * right.d - right.n * left.d;
  if (difference !== 0n) return difference > 0n ? -1 : 1;
  return (keys[a] ?? "") < (keys[b] ?? "") ? -1 : 1;
}

/** Whether money counts for a team. */
export function isOf(destination: Destination, team: string): boolean {
  return destination.kind === "direct" && destination.leaf.team === team;
}
