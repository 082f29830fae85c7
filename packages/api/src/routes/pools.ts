import { formatAmount } from "@tagledger/core/costs/money";
import { formatRational } from "@tagledger/core/costs/rational";
import { poolsOfMonth } from "@tagledger/core/flows/month/figures";
import type { PoolRow, PoolShareRow } from "@tagledger/core/reports/month/pools";
import { exactFraction } from "@tagledger/core/snapshots/render/figures";
import { monthRoute } from "../month-route.ts";
import { pools } from "../schemas/report.ts";

/** Shared costs and what teams bear of them: a team sees the pools of which it bears something, and its own share. */
export const poolsRoute = monthRoute({
  part: "pools",
  of: "teams",
  filters: false,
  operation: "readPools",
  summary: "Shared costs, how they were divided and what each team that you see bears of them",
  response: pools,
  read: async (system, asked) => poolsOfMonth({ snapshots: await system.snapshots() }, asked),
  show: (rows) => ({ pools: rows.map(poolView) }),
});

function poolView({ pool, amount, method, dividedBy, metric, ...more }: PoolRow) {
  const { completeness, confidence, shares, unallocated } = more;
  return {
    ...{ pool, amount: formatAmount(amount), method, dividedBy, metric },
    completeness: completeness === null ? null : formatRational(completeness),
    confidence: formatRational(confidence),
    shares: shares.map(shareView),
    unallocated:
      unallocated?.map(({ reason, value, amount: part }) => ({
        reason,
        value,
        amount: formatAmount(part),
      })) ?? null,
  };
}

function shareView({ team, weight, amount, quantities }: PoolShareRow) {
  const exact = Object.entries(quantities).map(([metric, quantity]) => [metric, exactFraction(quantity)]);
  return {
    team,
    weight: formatRational(weight),
    amount: formatAmount(amount),
    quantities: Object.fromEntries(exact),
  };
}
