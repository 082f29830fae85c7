import { suggest } from "../../config/suggestion.ts";
import { teamsOf } from "../../config/teams.ts";
import { sum } from "../../costs/money.ts";
import { add, multiply, ZERO } from "../../costs/rational.ts";
import type { Row } from "../../costs/sharing/row.ts";
import { badInput } from "../../errors.ts";
import { dividedAgain } from "../divided-again.ts";
import { fairnessOf } from "../fairness/fairness.ts";
import type { Snapshot, SnapshotPool } from "../snapshot.ts";
import { unreadSources } from "../unread-sources.ts";
import { type Driver, driverOf } from "./driver.ts";
import type { Explanation, LeafShare, PoolExplanation } from "./explanation.ts";
import type { LinesFound } from "./lines.ts";
import { isOf, roundings } from "./rounding.ts";
import { rulesOf } from "./rule.ts";
import { waysTo } from "./ways.ts";

/** Whose figures are explained. */
export interface Explained {
  readonly team: string;
  /** Only what comes of this pool. */
  readonly pool?: string | undefined;
}

/**
 * Explains what a team bears, back to pools, usage, rules and lines of the bill.
 *
 * @param lines null where the bill is not kept any more
 * @throws bad-input where the snapshot knows no such team or pool, naming the nearest
 */
export function explain(snapshot: Snapshot, asked: Explained, lines: LinesFound | null): Explanation {
  const { team } = asked;
  refuseUnknown(snapshot, asked);
  const { rows } = dividedAgain(snapshot);
  const leaves = snapshot.report.leaves.filter(({ leaf }) => leaf.team === team);
  const [direct, shared] = [sum(leaves.map((each) => each.direct)), sum(leaves.map((each) => each.shared))];
  const pools = poolsOf(snapshot, asked).map((pool) => explainPool(pool, { snapshot, team, rows, lines }));
  const { id, period, currency, basis, at, bills } = snapshot;
  const established = snapshot.report.established.filter((each) => each.team === team);
  return {
    ...{ id, period, currency, basis, at, bills, team, direct, shared, total: direct + shared },
    established:
      asked.pool === undefined
        ? established.map(({ by, amount }) => ({ by, amount, lines: lines && (lines.direct.get(by) ?? []) }))
        : null,
    pools,
    drivers: driversOf(pools, { snapshot, team, rows }),
    fairness: fairnessOf(snapshot, team),
  };
}

interface Explaining {
  readonly snapshot: Snapshot;
  readonly team: string;
  readonly rows: ReadonlyMap<string, Row>;
}

function explainPool(
  own: SnapshotPool,
  { snapshot, team, rows, lines }: Explaining & { readonly lines: LinesFound | null },
): PoolExplanation {
  const { pool, amount, method, dividedBy, metric, quantum, completeness, confidence } = own;
  const rounded = roundings(own);
  const leaves = own.shares.flatMap(({ destination, weight, amount: given, units }, index): LeafShare[] => {
    const rounding = rounded[index];
    if (destination.kind !== "direct" || !isOf(destination, team) || rounding === undefined) return [];
    const exact = multiply(weight, { n: amount, d: 1n });
    return [{ leaf: destination.leaf, weight, exact, amount: given, units, rounding }];
  });
  const weight = leaves.reduce((total, each) => add(total, each.weight), ZERO);
  return {
    ...{ pool, amount, method, dividedBy, metric, quantum, completeness, confidence },
    rules: rulesOf(snapshot.config, pool),
    unread: unreadSources(snapshot, pool).map(({ name, problem }) => ({ name, problem })),
    weight,
    exact: multiply(weight, { n: amount, d: 1n }),
    share: sum(leaves.map((each) => each.amount)),
    leaves,
    ways: waysTo(rows, { from: pool, team, weight }),
    lines: lines && (lines.byPool.get(pool) ?? []),
  };
}

function driversOf(pools: readonly PoolExplanation[], { snapshot, team, rows }: Explaining): Driver[] {
  const named = pools.flatMap(({ pool, ways }) => [pool, ...ways.ways.flatMap((way) => way.pools)]);
  return [...new Set(named)].flatMap((name) => {
    const rule = snapshot.config.pools.find((pool) => pool.name === name);
    const kept = snapshot.pools.find(({ pool }) => pool === name);
    const row = rows.get(name);
    if (rule === undefined || kept === undefined || row === undefined) return [];
    return [driverOf(rule, row, { dividedBy: kept.dividedBy, usage: snapshot.usage, team })];
  });
}

/** The pools that are explained. */
export function poolsOf({ pools }: Pick<Snapshot, "pools">, { team, pool }: Explained): SnapshotPool[] {
  if (pool !== undefined) return pools.filter((each) => each.pool === pool);
  return pools.filter(({ shares }) => shares.some(({ destination }) => isOf(destination, team)));
}

function refuseUnknown({ config, report, pools }: Snapshot, { team, pool }: Explained): void {
  const named = teamsOf(config);
  const teams = [
    ...new Set([...report.leaves.flatMap(({ leaf }) => leaf.team ?? []), ...(named === "open" ? [] : named)]),
  ];
  if (!teams.includes(team))
    throw badInput(`${report.period} has no team "${team}"${suggest(team, teams)}`, { team });
  const names = pools.map((each) => each.pool);
  if (pool !== undefined && !names.includes(pool))
    throw badInput(`${report.period} has no pool "${pool}"${suggest(pool, names)}`, { pool });
}
