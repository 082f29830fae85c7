import { isOfNoTeam } from "../config/consumers.ts";
import type { Config } from "../config/definition.ts";
import { teamsOf } from "../config/teams.ts";
import { quantumOf } from "./apportion.ts";
import type { Attributed } from "./attribution/attribute.ts";
import type { Destination } from "./attribution/destination.ts";
import { Division } from "./division/division.ts";
import type { Amount } from "./money.ts";
import type { Period } from "./period.ts";
import { type Rational, rational } from "./rational.ts";
import type { DividedBy } from "./sharing/divided-by.ts";
import type { Shares } from "./sharing/input.ts";
import { settle } from "./sharing/settle.ts";
import type { UsageRow } from "./sharing/usage.ts";
import type { Vector } from "./sharing/vector.ts";

/** One part of a pool's own charges and where it ended. */
export interface PoolShare {
  readonly destination: Destination;
  /** The exact fraction of the pool's amount, before rounding. */
  readonly weight: Rational;
  readonly amount: Amount;
  /** Quanta that rounding gave beyond the whole ones, of the sign of the amount: 0 or 1. */
  readonly units: number;
}

/** A pool's own charges and how they were divided. */
export interface DividedPool {
  readonly pool: Config["pools"][number];
  /** Its own charges, never money received from other pools. */
  readonly amount: Amount;
  readonly dividedBy: DividedBy;
  /** The least that rounding hands out. */
  readonly quantum: Amount;
  readonly shares: readonly PoolShare[];
  /** Where each part of it ends, also where it comes to nothing. */
  readonly fractions: readonly Pick<PoolShare, "destination" | "weight">[];
}

/** A bill divided: what counted at once, and what pools were divided into. */
export interface Allocation {
  readonly currency: string;
  /** Direct, unallocated and excluded charges. */
  readonly placed: readonly { readonly destination: Destination; readonly amount: Amount }[];
  /** The direct charges, by how their teams were established. */
  readonly established: Attributed["established"];
  readonly pools: readonly DividedPool[];
  /** What each pool hands on of all that it holds, to teams and to other pools. */
  readonly rows: Shares["rows"];
}

const NOT_SETTLED: DividedBy = { method: "held", usage: null };

/** Divides the pools of an attributed bill among teams, to the last digit. */
export function allocate(
  { totals, established, currency }: Pick<Attributed, "totals" | "established" | "currency">,
  input: { config: Config; usage: readonly UsageRow[]; period: Period },
): Allocation {
  const { config, usage, period } = input;
  const placed = [...totals.values()].filter(({ destination }) => destination.kind !== "pool");
  const amounts = new Map<string, Amount>();
  const direct = new Map<string, Amount>();
  for (const { destination, amount } of totals.values()) {
    if (destination.kind === "pool") addTo(amounts, destination.pool, amount);
    if (destination.kind === "direct" && destination.leaf.team !== null)
      addTo(direct, destination.leaf.team, amount);
  }
  const { byPool, destinations, rows, dividedBy } = settle({
    pools: config.pools,
    allocation: config.allocation,
    teams: allTeams(config, direct, usage),
    amounts,
    direct,
    usage,
    period,
  });
  const pools = config.pools.map((pool) => {
    const amount = amounts.get(pool.name) ?? 0n;
    const quantum = quantumOf(amount, currency);
    return {
      pool,
      amount,
      dividedBy: dividedBy.get(pool.name) ?? NOT_SETTLED,
      quantum,
      shares: divideOne(amount, byPool.get(pool.name), destinations, quantum),
      fractions: fractionsOf(byPool.get(pool.name), destinations),
    };
  });
  return { currency, placed, established, pools, rows };
}

function fractionsOf(
  fractions: Vector | undefined,
  destinations: ReadonlyMap<string, Destination>,
): DividedPool["fractions"] {
  if (fractions === undefined) return [];
  const parts = [...fractions.numerators].map(([key, weight]) => ({ key, weight })).sort(byKey);
  return parts.flatMap(({ key, weight }) => {
    const destination = destinations.get(key);
    return destination === undefined
      ? []
      : [{ destination, weight: rational(weight, fractions.denominator) }];
  });
}

function divideOne(
  amount: Amount,
  fractions: Vector | undefined,
  destinations: ReadonlyMap<string, Destination>,
  quantum: Amount,
): PoolShare[] {
  if (fractions === undefined || amount === 0n) return [];
  const parts = [...fractions.numerators].map(([key, weight]) => ({ key, weight })).sort(byKey);
  const { amounts, units } = new Division(parts).at(amount, quantum);
  return parts.flatMap(({ key, weight }, index) => {
    const destination = destinations.get(key);
    if (destination === undefined) return [];
    return [
      {
        destination,
        weight: rational(weight, fractions.denominator),
        amount: amounts[index] ?? 0n,
        units: units[index] ?? 0,
      },
    ];
  });
}

/** The teams of the configuration, or, where it names none, all that the bill and the usage name. */
function allTeams(config: Config, direct: ReadonlyMap<string, Amount>, usage: readonly UsageRow[]): string[] {
  const named = teamsOf(config);
  if (named !== "open") return [...named];
  const teams = new Set(direct.keys());
  for (const { team } of usage) if (!teams.has(team) && !isOfNoTeam(team)) teams.add(team);
  return [...teams].sort();
}

function addTo(sums: Map<string, Amount>, key: string, amount: Amount): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
