import { createHash } from "node:crypto";
import type { Basis } from "@tagledger/core/costs/charge";
import { NO_LEAF, sharedLeaf } from "@tagledger/core/costs/leaf";
import { type Amount, parseAmount, sum } from "@tagledger/core/costs/money";
import { rational } from "@tagledger/core/costs/rational";
import { leafOf, makeReport } from "@tagledger/core/reports/render/testing/make-report";
import type { LeafAmount, Report, ReportPool } from "@tagledger/core/reports/report";
import { BRIDGE, DIRECT, EXCLUDED, POOLS, rowsOf, TEAMS, UNALLOCATED } from "./amounts.ts";

const KNOWN = "eks-gpu";

/** The sample company's report of a month on a basis; in another, everything costs another part of it. */
export function companyReport(period: string, basis: Basis, [part, of]: readonly [bigint, bigint]): Report {
  const of1 = (amount: string | null | undefined): Amount => (parseAmount(amount ?? "0") * part) / of;
  const pools = rowsOf(POOLS).map((row) => poolOf(row, of1));
  const bridge = rowsOf(BRIDGE).map(([type, amount]) => ({ type: type ?? "", amount: of1(amount) }));
  const report = makeReport({
    period,
    basis,
    snapshot: createHash("sha256").update(`${period} ${basis}`).digest("hex"),
    leaves: [
      ...rowsOf(DIRECT).map(([team = null, project = null, workload = null, amount]) => ({
        ...leafOf({ team, project, workload }, "0"),
        direct: of1(amount),
      })),
      ...TEAMS.flatMap((team) => sharedOf(team, pools)),
    ],
    pools,
    unallocated: rowsOf(UNALLOCATED).map(([reason, value = null, amount]) => ({
      reason: reason ?? "",
      value,
      amount: of1(amount),
    })),
    excluded: EXCLUDED,
  });
  const { bill } = report.totals;
  const billed = bill - sum(bridge.map(({ amount }) => amount));
  return { ...report, reconciliation: { ...report.reconciliation, bridge, billed } };
}

function poolOf(
  row: readonly (string | null)[],
  of1: (amount: string | null | undefined) => Amount,
): ReportPool {
  const [pool, method, ...amounts] = row;
  const shares = TEAMS.map((team, index) => ({ team, amount: of1(amounts[index]) }));
  const amount = sum(shares.map((share) => share.amount));
  return {
    pool: pool ?? "",
    method: method ?? "",
    metric: method === "usage" ? { "gpu-hours": "1" } : null,
    amount,
    shares: shares.map((share) => ({ ...share, weight: rational(share.amount, amount) })),
  };
}

/** Of one pool usage tells the project, so its fees stand there; all others stand in the team's shared fees. */
function sharedOf(team: string, pools: readonly ReportPool[]): LeafAmount[] {
  const [, project = null, workload = null] = rowsOf(DIRECT).find(([owner]) => owner === team) ?? [];
  const shareOf = (wanted: (pool: string) => boolean) =>
    sum(
      pools
        .filter(({ pool }) => wanted(pool))
        .flatMap(({ shares }) => shares.filter((share) => share.team === team).map(({ amount }) => amount)),
    );
  return [
    { leaf: { ...NO_LEAF, team, project, workload }, direct: 0n, shared: shareOf((pool) => pool === KNOWN) },
    { leaf: sharedLeaf(team), direct: 0n, shared: shareOf((pool) => pool !== KNOWN) },
  ];
}
