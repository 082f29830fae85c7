import { formatAmount } from "../../costs/money.ts";
import { listWords } from "../../reports/render/wording/words.ts";
import { visible } from "../../text/visible.ts";
import type { Fairness, TeamFairness } from "./fairness.ts";

/** How many teams are warned about one by one. */
const MOST_TEAMS = 10;

/**
 * Warns of every team, and of the teams together, that bear more of shared cost than they would bear alone; nothing where
 * none does.
 *
 * @example fairnessWarnings(fairness(snapshot), "USD")[0] // "nlp bears 5 USD of shared cost; alone it would bear 0 …"
 */
export function fairnessWarnings({ teams, coalition }: Fairness, currency: string): string[] {
  const unfair = teams.filter(({ excess }) => excess > 0n);
  const more = unfair.length - MOST_TEAMS;
  return [
    ...unfair.slice(0, MOST_TEAMS).map((team) => teamWarning(team, currency)),
    ...(more > 0 ? [`${more} more teams bear more of shared cost than they would alone`] : []),
    ...(coalition === null || coalition.teams.length < 2
      ? []
      : [
          `${listWords(coalition.teams.slice(0, MOST_TEAMS).map(visible))}${coalition.teams.length > MOST_TEAMS ? " and others" : ""} together bear ${formatAmount(coalition.share)} ${currency} of measured pools; without the others they would bear ${formatAmount(coalition.alone)}`,
        ]),
  ];
}

/** Why a team bears more than it would alone. */
export function teamWarning({ team, share, alone, unused }: TeamFairness, currency: string): string {
  const pools = unused.map(
    ({ pool, amount, measured }) =>
      `${formatAmount(amount)} of ${visible(pool)}${measured ? ", which others use" : ", whose use nobody measures"}`,
  );
  const because = pools.length === 0 ? "" : `: it is not known to use ${listWords(pools)}`;
  return `${visible(team)} bears ${formatAmount(share)} ${currency} of shared cost; alone it would bear ${formatAmount(alone)}${because}`;
}
