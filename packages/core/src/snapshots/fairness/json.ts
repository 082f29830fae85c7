import { formatAmount } from "../../costs/money.ts";
import type { Fairness, TeamFairness } from "./fairness.ts";

/** The JSON form of the test of standing alone. */
export function jsonFairness({ teams, coalition }: Fairness) {
  return {
    teams: teams.map(jsonTeamFairness),
    coalition:
      coalition === null
        ? null
        : {
            teams: coalition.teams,
            share: formatAmount(coalition.share),
            alone: formatAmount(coalition.alone),
            excess: formatAmount(coalition.excess),
          },
  };
}

/** The same for one team. */
export function jsonTeamFairness({ team, share, alone, excess, unused }: TeamFairness) {
  return {
    team,
    share: formatAmount(share),
    alone: formatAmount(alone),
    excess: formatAmount(excess),
    unused: unused.map(({ pool, amount, measured }) => ({ pool, amount: formatAmount(amount), measured })),
  };
}
