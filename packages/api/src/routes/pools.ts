import { formatAmount, sum } from "@tagledger/core/costs/money";
import { add, formatRational, ZERO } from "@tagledger/core/costs/rational";
import type { SnapshotPool } from "@tagledger/core/snapshots/snapshot";
import { groupBy } from "@tagledger/core/text/group-by";
import { headOf, isShown, monthRoute, type Shown } from "../month-route.ts";
import { pools } from "../schemas/report.ts";

/** Shared costs and what teams bear of them: a team sees the pools of which it bears something, and its own share. */
export const poolsRoute = monthRoute({
  part: "pools",
  of: "teams",
  operation: "readPools",
  summary: "Shared costs, how they were divided and what each team that you see bears of them",
  response: pools,
  show: (shown) => ({
    ...headOf(shown.snapshot),
    pools: shown.snapshot.pools
      .map((pool) => poolView(pool, shown))
      .filter(({ shares }) => shown.teams === "all" || shares.length > 0),
  }),
});

function poolView(own: SnapshotPool, shown: Shown) {
  const { pool, amount, method, dividedBy, metric, completeness, confidence } = own;
  return {
    pool,
    amount: formatAmount(amount),
    method,
    dividedBy,
    metric,
    completeness: completeness === null ? null : formatRational(completeness),
    confidence: formatRational(confidence),
    shares: sharesOf(own, shown),
  };
}

function sharesOf({ shares }: SnapshotPool, shown: Shown) {
  const own = shares.flatMap(({ destination, weight, amount }) => {
    const team = destination.kind === "direct" ? destination.leaf.team : null;
    return team === null || !isShown(shown, team) ? [] : [{ team, weight, amount }];
  });
  return [...groupBy(own, ({ team }) => team)].map(([team, parts]) => ({
    team,
    weight: formatRational(parts.reduce((total, { weight }) => add(total, weight), ZERO)),
    amount: formatAmount(sum(parts.map(({ amount }) => amount))),
  }));
}
