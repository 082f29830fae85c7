import { type Amount, formatAmount } from "../../../costs/money.ts";
import type { ReportCommitments } from "../../report.ts";

/** What teams bear of commitments as JSON; nothing at all where a report does not tell of any. */
export function commitmentsJson(commitments: ReportCommitments | undefined) {
  if (commitments === undefined) return {};
  const { pooled, reason, teams } = commitments;
  return {
    commitments: teams.map(({ team, used, onDemand, unused, subsidy }) => ({
      team,
      used: formatAmount(used),
      onDemand: known(onDemand),
      saved: onDemand === null ? null : formatAmount(onDemand - used),
      unused: formatAmount(unused),
      subsidy: known(subsidy),
    })),
    commitmentsPooled: pooled,
    commitmentsReason: reason,
  };
}

function known(amount: Amount | null): string | null {
  return amount === null ? null : formatAmount(amount);
}
