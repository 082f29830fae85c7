import { type Amount, sum } from "../../../costs/money.ts";
import type { LeafAmount } from "../../report.ts";
import { largestFirst } from "../wording/order.ts";
import { fold } from "./fold.ts";
import type { Label } from "./label.ts";

/** What one team, or several merged into one, bears. */
export interface TeamSpend {
  readonly label: Label;
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
  readonly leaves: readonly LeafAmount[];
}

/** Sums leaves by team, the team that bears most first. */
export function teamSpends(leaves: readonly LeafAmount[]): TeamSpend[] {
  const byTeam = new Map<string | null, LeafAmount[]>();
  for (const amount of leaves) {
    const known = byTeam.get(amount.leaf.team);
    if (known === undefined) byTeam.set(amount.leaf.team, [amount]);
    else known.push(amount);
  }
  return [...byTeam]
    .map(([value, own]) => spend({ kind: "value", value, missing: "no team" }, own))
    .sort(largestFirst(({ total }) => total));
}

/** Keeps the teams that bear most; the others become one. */
export function foldTeams(teams: readonly TeamSpend[], most: number): readonly TeamSpend[] {
  return fold(teams, most, (rest) =>
    spend(
      { kind: "others", count: rest.length, what: "teams" },
      rest.flatMap(({ leaves }) => leaves),
    ),
  );
}

function spend(label: Label, leaves: readonly LeafAmount[]): TeamSpend {
  const direct = sum(leaves.map((leaf) => leaf.direct));
  const shared = sum(leaves.map((leaf) => leaf.shared));
  return { label, direct, shared, total: direct + shared, leaves };
}
