import type { Destination } from "../../costs/attribution/destination.ts";
import { multiply, ONE, type Rational, subtract } from "../../costs/rational.ts";
import type { Row } from "../../costs/sharing/row.ts";
import { fractionAt } from "../../costs/sharing/vector.ts";
import { isOf } from "./rounding.ts";

/** How money of a pool comes to a team: through these pools, the first its own, the last the one that gave it. */
export interface Way {
  readonly pools: readonly string[];
  /** The fraction of the first pool's own charges that comes this way. */
  readonly fraction: Rational;
}

/** The ways from a pool to a team. */
export interface Ways {
  /** None comes through a pool twice; the largest first. */
  readonly ways: readonly Way[];
  /** What comes by ways that are not listed: round through pools that serve each other, or by very many small ones. */
  readonly rest: Rational;
}

const MOST_WAYS = 12;
const MOST_STEPS = 2000;

/**
 * Finds the ways by which money of a pool comes to a team; with the rest they sum to the team's weight.
 *
 * @example waysTo(rows, { from: "obs", team: "vision", weight }).ways[1] // { pools: ["obs", "k8s"], fraction: 1/30 }
 */
export function waysTo(
  rows: ReadonlyMap<string, Row>,
  { from, team, weight }: { readonly from: string; readonly team: string; readonly weight: Rational },
): Ways {
  const found: Way[] = [];
  const waiting: Way[] = [{ pools: [from], fraction: ONE }];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = waiting.shift();
    if (next === undefined) break;
    const row = rows.get(next.pools.at(-1) ?? "");
    if (row === undefined) continue;
    const given = multiply(next.fraction, givenTo(row, team));
    if (given.n > 0n) found.push({ pools: next.pools, fraction: given });
    for (const [pool, fraction] of row.pools) {
      if (next.pools.includes(pool)) continue;
      const way = { pools: [...next.pools, pool], fraction: multiply(next.fraction, fraction) };
      const place = waiting.findIndex((each) => larger(way, each));
      waiting.splice(place < 0 ? waiting.length : place, 0, way);
    }
  }
  const ways = found.sort((a, b) => (larger(a, b) ? -1 : larger(b, a) ? 1 : 0)).slice(0, MOST_WAYS);
  return { ways, rest: ways.reduce((rest, { fraction }) => subtract(rest, fraction), weight) };
}

/** What a pool hands to a team of all that it holds, whatever the project. */
export function givenTo({ leaves, destinations }: Row, team: string): Rational {
  const keys = [...leaves.numerators.keys()].filter((key) => {
    const destination: Destination | undefined = destinations.get(key);
    return destination !== undefined && isOf(destination, team);
  });
  return fractionAt(leaves, ...keys);
}

function larger(a: Way, b: Way): boolean {
  return a.fraction.n * b.fraction.d > b.fraction.n * a.fraction.d;
}
