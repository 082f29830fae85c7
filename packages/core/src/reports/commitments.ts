import type { Allocation } from "../costs/allocate.ts";
import type { Borne, BorneAt } from "../costs/commitments/borne.ts";
import { added, dividedCommitments } from "../costs/commitments/divided.ts";
import type { ReportCommitments, TeamCommitment, Where } from "./report.ts";
import { compareGroups } from "./rows.ts";
import { keeps, leafOf } from "./where.ts";

/** What is known of a bill's commitments before its pools are divided. */
export interface ShowbackCommitments extends Pick<ReportCommitments, "pooled" | "reason"> {
  readonly borne: readonly BorneAt[];
}

/** What each team bears of commitments, directly and through pools. */
export function reportCommitments(
  { borne, pooled, reason }: ShowbackCommitments,
  allocation: Allocation,
  where: Where,
): ReportCommitments {
  const byTeam = new Map<string | null, Borne>();
  for (const { destination, ...part } of dividedCommitments(borne, allocation)) {
    const leaf = leafOf(destination);
    if (!keeps(leaf, where)) continue;
    const team = destination.kind === "direct" ? leaf.team : null;
    const known = byTeam.get(team);
    byTeam.set(team, known === undefined ? part : added(known, part));
  }
  const teams = [...byTeam]
    .filter(([, { used, onDemand, unused }]) => used !== 0n || unused !== 0n || (onDemand ?? 0n) !== 0n)
    .map(([team, part]): TeamCommitment => ({ team, ...part }));
  return { pooled, reason, teams: teams.sort((a, b) => compareGroups([a.team], [b.team])) };
}
