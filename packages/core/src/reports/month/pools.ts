import type { Config } from "../../config/definition.ts";
import type { Destination } from "../../costs/attribution/destination.ts";
import { type Amount, sum } from "../../costs/money.ts";
import { parsePeriod } from "../../costs/period.ts";
import { add, type Rational, ZERO } from "../../costs/rational.ts";
import type { DividedBy } from "../../costs/sharing/divided-by.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { quantityWithin, rowsOf } from "../../costs/sharing/within.ts";
import type { UnallocatedAmount } from "../report.ts";
import { unallocatedOf } from "../unallocated.ts";

/** A pool as it was divided. */
export interface DividedPoolFacts {
  readonly pool: string;
  readonly amount: Amount;
  readonly method: Config["pools"][number]["method"];
  readonly dividedBy: DividedBy;
  readonly metric: Readonly<Record<string, string>> | null;
  readonly completeness: Rational | null;
  readonly confidence: Rational;
  readonly shares: readonly {
    readonly destination: Destination;
    readonly weight: Rational;
    readonly amount: Amount;
  }[];
}

/** A team's share of a pool, and why it is as large as it is. */
export interface PoolShareRow {
  readonly team: string;
  readonly amount: Amount;
  /** The exact fraction of the pool's amount. */
  readonly weight: Rational;
  /** What it used, by metric, in units of 10^-24; empty where nothing was measured. */
  readonly quantities: Readonly<Record<string, Rational>>;
}

/** A pool as somebody may see it. */
export interface PoolRow extends Omit<DividedPoolFacts, "shares"> {
  readonly shares: readonly PoolShareRow[];
  /** What of it is nobody's, and why; null where that is not for whoever asks. */
  readonly unallocated: readonly UnallocatedAmount[] | null;
}

/** What pools were divided by. */
export interface DividedByFacts {
  readonly config: Pick<Config, "pools">;
  readonly usage: readonly UsageRow[];
}

/**
 * Pools with the shares of teams. Whoever sees only some teams is told of the pools that these bear something of, with
 * their shares and no others: the pool's amount, since it follows from a share and its fraction, but neither who else
 * there is, nor what others used or bear, nor what of it is nobody's.
 *
 * @param teams those to tell of; all where null
 */
export function poolRows(
  pools: readonly DividedPoolFacts[],
  { config, usage }: DividedByFacts,
  teams: readonly string[] | null,
): PoolRow[] {
  return pools.flatMap((facts) => {
    // By name, for whoever divides knows more of a pool, and of whom else it is.
    const { pool, amount, method, dividedBy, metric, completeness, confidence, shares } = facts;
    const own = sharesByTeam(shares, teams);
    if (teams !== null && own.size === 0) return [];
    const used = quantitiesOf(facts, { config, usage });
    return [
      {
        pool,
        amount,
        method,
        dividedBy,
        metric,
        completeness,
        confidence,
        shares: [...own]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([team, share]) => ({ team, ...share, quantities: used.get(team) ?? {} })),
        unallocated: teams === null ? unallocatedOf(shares) : null,
      },
    ];
  });
}

function sharesByTeam(shares: DividedPoolFacts["shares"], teams: readonly string[] | null) {
  const byTeam = new Map<string, { amount: Amount; weight: Rational }>();
  for (const { destination, weight, amount } of shares) {
    const team = destination.kind === "direct" ? destination.leaf.team : null;
    if (team === null || (teams !== null && !teams.includes(team))) continue;
    const known = byTeam.get(team) ?? { amount: 0n, weight: ZERO };
    byTeam.set(team, { amount: sum([known.amount, amount]), weight: add(known.weight, weight) });
  }
  return byTeam;
}

/** What each consumer used of a pool in the month whose usage counted, by metric. */
function quantitiesOf({ pool: name, dividedBy }: DividedPoolFacts, { config, usage }: DividedByFacts) {
  const used = new Map<string, Record<string, Rational>>();
  const pool = config.pools.find((each) => each.name === name);
  if (pool?.method !== "usage" || dividedBy.usage === null) return used;
  const period = parsePeriod(dividedBy.usage);
  for (const row of rowsOf(usage, pool, period)) {
    const quantities = used.get(row.team) ?? {};
    quantities[row.metric] = add(quantities[row.metric] ?? ZERO, quantityWithin(row, period));
    used.set(row.team, quantities);
  }
  return used;
}
