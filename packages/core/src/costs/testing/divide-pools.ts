import type { Config } from "../../config/definition.ts";
import { loadConfig } from "../../config/load.ts";
import { type Allocation, allocate, type DividedPool } from "../allocate.ts";
import type { Attributed } from "../attribution/attribute.ts";
import { Reconciliation } from "../attribution/reconcile.ts";
import { Totals } from "../attribution/totals.ts";
import { sharedLeaf } from "../leaf.ts";
import { type Amount, parseAmount, sum } from "../money.ts";
import { parsePeriod } from "../period.ts";
import { add, formatRational, ZERO } from "../rational.ts";
import type { UsageRow } from "../sharing/usage.ts";

export const PERIOD = parsePeriod("2026-09");

/** A bill of nothing but pools and direct cost of teams. */
export function billOf(pools: Readonly<Record<string, Amount>>, direct: readonly string[] = []): Attributed {
  const totals = new Totals();
  for (const [pool, amount] of Object.entries(pools)) totals.add({ kind: "pool", pool }, amount);
  for (const team of direct) totals.add({ kind: "direct", leaf: sharedLeaf(team) }, parseAmount("1"));
  const reconciliation = new Reconciliation();
  return {
    currency: "USD",
    totals,
    followed: [],
    followedBesides: {},
    reconciliation,
    established: [],
    ruleHits: new Map(),
    fingerprint: "",
  };
}

/** Divides pools by usage. */
export function divide(
  config: Config,
  pools: Readonly<Record<string, Amount>>,
  usage: readonly UsageRow[],
): Allocation {
  return allocate(billOf(pools), { config, usage, period: PERIOD });
}

/** One pool that is divided by use. */
export const ONE_POOL = "pools: [{ name: gpu, method: usage, metric: { use: 1 } }]";
/** A configuration of that pool, in which every value is a team. */
export const OPEN = loadConfig(`version: 1\n${ONE_POOL}`, "tagledger.yaml").config;

/** The only pool. */
export function only({ pools }: Allocation): DividedPool {
  const [pool] = pools;
  if (pool === undefined) throw new Error("there is no pool");
  return pool;
}

/** The amounts of a pool by team, or by reason and value. */
export function byTeam({ shares }: DividedPool): Record<string, Amount> {
  return Object.fromEntries(
    shares.map(({ destination, amount }) => [
      destination.kind === "direct"
        ? (destination.leaf.team ?? "")
        : destination.kind === "unallocated"
          ? `${destination.reason} ${destination.value}`
          : destination.kind,
      amount,
    ]),
  );
}

/** What is wrong with a pool's shares: they must add up to it, and each be its whole quanta and at most one more. */
export function flawsOf({ amount, quantum, shares }: DividedPool): string[] {
  const weights = shares.reduce((total, { weight }) => add(total, weight), ZERO);
  const [size, sign] = amount < 0n ? [-amount, -1n] : [amount, 1n];
  return [
    ...(sum(shares.map((share) => share.amount)) === amount ? [] : ["the shares are not the pool"]),
    ...(weights.n === weights.d ? [] : [`the weights sum to ${formatRational(weights)}`]),
    ...shares.flatMap(({ weight, amount: part, units }) => {
      const whole = (size * weight.n) / (weight.d * quantum);
      const isRight = part === (whole + BigInt(units)) * quantum * sign && (units === 0 || units === 1);
      return isRight ? [] : [`${part} is not ${whole} quanta and ${units}`];
    }),
  ];
}
