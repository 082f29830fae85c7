import type { PoolsAnswer } from "../api/answers.ts";
import { type Amount, parseAmount, sum } from "../money/amount.ts";
import { parseRatio, type Ratio } from "../money/ratio.ts";

type PoolAnswer = PoolsAnswer["pools"][number];

/** How much of a metric was used. */
export interface Used {
  readonly metric: string;
  readonly quantity: Ratio;
}

/** What a team bears of a pool. */
export interface ShareRow {
  readonly team: string;
  readonly weight: Ratio;
  readonly amount: Amount;
  readonly used: readonly Used[];
}

/** A pool as the table shows it. */
export interface PoolRow {
  readonly pool: string;
  readonly amount: Amount;
  readonly driver: string;
  /** The dearest first. */
  readonly shares: readonly ShareRow[];
  /** The part of the pool that the teams that are shown bear. */
  readonly borne: Amount;
  /** What nobody used, and what else is nobody's; null where that is not told. */
  readonly idle: Amount | null;
  readonly unallocated: Amount | null;
  readonly completeness: Ratio | null;
  readonly confidence: Ratio;
}

/** The pools of an answer, in the order in which they were divided; of one team, if one is given. */
export function poolRows({ pools }: PoolsAnswer, team: string | null): readonly PoolRow[] {
  return pools.map((pool) => poolRow(pool, team)).filter(({ shares }) => team === null || shares.length > 0);
}

function poolRow(pool: PoolAnswer, team: string | null): PoolRow {
  const shares = pool.shares
    .filter((share) => team === null || share.team === team)
    .map(shareRow)
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
  const nobodys = pool.unallocated?.map(({ reason, amount }) => ({ reason, amount: parseAmount(amount) }));
  const of = (isIdle: boolean) =>
    nobodys === undefined
      ? null
      : sum(nobodys.filter(({ reason }) => (reason === "idle") === isIdle).map(({ amount }) => amount));
  return {
    pool: pool.pool,
    amount: parseAmount(pool.amount),
    driver: driverOf(pool),
    shares,
    borne: sum(shares.map(({ amount }) => amount)),
    idle: of(true),
    unallocated: of(false),
    completeness: pool.completeness === null ? null : parseRatio(pool.completeness),
    confidence: parseRatio(pool.confidence),
  };
}

function shareRow({ team, weight, amount, quantities }: PoolAnswer["shares"][number]): ShareRow {
  const used = Object.entries(quantities).map(([metric, text]) => ({ metric, quantity: parseRatio(text) }));
  return { team, weight: parseRatio(weight), amount: parseAmount(amount), used };
}

const METHODS: Readonly<Record<string, string>> = {
  even: "evenly",
  fixed: "by fixed shares",
  proportional: "in proportion to other cost",
  follow: "as other pools are",
};

/**
 * What a pool is divided by, in words.
 *
 * @example driverOf({ dividedBy: { method: "usage", usage: "2026-09" }, metric: { reads: "1", writes: "5" }, … }) // "by use: reads + 5 × writes"
 */
export function driverOf({ method, dividedBy, metric }: Pick<PoolAnswer, "method" | "dividedBy" | "metric">) {
  if (dividedBy.method === "usage") return `by use${metricWords(metric)}`;
  const words = METHODS[dividedBy.method] ?? dividedBy.method;
  return dividedBy.method === method ? words : `${words}: of its use nothing is known`;
}

function metricWords(metric: PoolAnswer["metric"]): string {
  const words = Object.entries(metric ?? {}).map(([name, weight]) =>
    weight === "1" ? name : `${weight} × ${name}`,
  );
  return words.length === 0 ? "" : `: ${words.join(" + ")}`;
}
