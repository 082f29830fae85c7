import { destinationKey } from "../../costs/attribution/destination.ts";
import { formatAmount, sum } from "../../costs/money.ts";
import { add, formatRational, multiply, ZERO } from "../../costs/rational.ts";
import { confidenceOf } from "../confidence.ts";
import { dividedAgain } from "../divided-again.ts";
import { consumerAt } from "../explain/consumer.ts";
import type { Snapshot, SnapshotPool } from "../snapshot.ts";
import { differing } from "./differing.ts";
import { type Proof, proof } from "./proof.ts";

/** Proves what a snapshot says of its pools from the snapshot alone. */
export function proofsOfPools(snapshot: Snapshot): Proof[] {
  const { pools } = snapshot;
  const shares = pools.reduce((count, pool) => count + pool.shares.length, 0);
  return [
    proof(
      "the shares of every pool sum to its amount",
      `${pools.length} pools, ${shares} shares`,
      pools.flatMap(({ pool, amount, shares: own }) => {
        const borne = sum(own.map((share) => share.amount));
        return borne === amount ? [] : [`${pool}: ${formatAmount(borne)} instead of ${formatAmount(amount)}`];
      }),
    ),
    proof(
      "the fractions of every pool sum to 1",
      `${shares} fractions`,
      pools.flatMap(({ pool, amount, shares: own }) => {
        const whole = own.reduce((all, { weight }) => add(all, weight), ZERO);
        const isWhole = whole.n === whole.d || (amount === 0n && own.length === 0);
        return isWhole ? [] : [`${pool}: ${formatRational(whole)}`];
      }),
    ),
    proof(
      "every share is within one quantum of its fraction of the pool, and as its rounding says",
      `${shares} shares`,
      pools.flatMap(misrounded),
    ),
    proof(
      "the pools, divided again by the kept usage and configuration, come out the same",
      `${pools.length} pools, ${snapshot.usage.length} rows of usage`,
      redivided(snapshot),
    ),
  ];
}

function misrounded(pool: SnapshotPool): string[] {
  const sign = pool.amount < 0n ? -1n : 1n;
  return pool.shares.flatMap(({ destination, weight, amount, units }) => {
    const { n, d } = multiply(weight, { n: (pool.amount * sign) / pool.quantum, d: 1n });
    const wanted = (n / d + BigInt(units)) * pool.quantum * sign;
    if (amount === wanted && (units === 0 || units === 1)) return [];
    const where = `${pool.pool} ${consumerAt(destination)}`;
    return [`${where}: ${formatAmount(amount)}, rounding says ${formatAmount(wanted)}`];
  });
}

function redivided(snapshot: Snapshot): string[] {
  const { pools: again, rows } = dividedAgain(snapshot);
  const confidence = confidenceOf(
    again.map(({ pool, dividedBy }) => ({
      pool,
      dividedBy,
      completeness: snapshot.pools.find((each) => each.pool === pool.name)?.completeness ?? null,
    })),
    snapshot.period,
    rows,
  );
  const names = again.map(({ pool }) => pool.name);
  return [
    ...differing(
      snapshot.pools.map(({ pool }) => pool),
      names,
      "pools",
    ),
    ...again.flatMap(({ pool, amount, dividedBy, quantum, shares }) => {
      const { completeness: _, ...kept } = snapshot.pools.find((each) => each.pool === pool.name) ?? {};
      const wanted = {
        ...{ pool: pool.name, amount, method: pool.method, dividedBy, quantum },
        metric: pool.method === "usage" ? pool.metric : null,
        confidence: confidence.get(pool.name),
        shares: [...shares].sort((a, b) =>
          destinationKey(a.destination) < destinationKey(b.destination) ? -1 : 1,
        ),
      };
      return differing(kept, wanted, `pool ${pool.name}`);
    }),
    ...snapshot.pools.flatMap(impossiblyComplete),
  ];
}

/** What sources said of their hours is not kept; more than all hours they cannot have told of. */
function impossiblyComplete({ pool, method, completeness }: SnapshotPool): string[] {
  if (completeness === null) return method === "usage" ? [`${pool}: nothing says how complete it is`] : [];
  const { n, d } = completeness;
  if (method === "usage" && n >= 0n && d > 0n && n <= d) return [];
  return [`${pool}: it cannot be complete to ${formatRational(completeness)}`];
}
