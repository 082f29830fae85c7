import { formatAmount } from "../../costs/money.ts";
import type { TeamFairness } from "./fairness.ts";

/** The JSON form of the test of standing alone, for one team. */
export function jsonTeamFairness({ team, share, alone, excess, unused }: TeamFairness) {
  return {
    team,
    share: formatAmount(share),
    alone: formatAmount(alone),
    excess: formatAmount(excess),
    unused: unused.map(({ pool, amount, measured }) => ({ pool, amount: formatAmount(amount), measured })),
  };
}
