import { DIMENSIONS } from "../config/definition/match.ts";
import { parseAmount } from "../costs/money.ts";
import type { StatementBudget } from "../reports/mail/budget.ts";
import { type Budget, comparableBudgets, spendOf } from "./budgets.ts";
import { leafMatcher } from "./leaf-matcher.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The budgets that are a team's alone, as the configuration of a snapshot has them, in its order. What several teams spend
 * together is told to none of them.
 *
 * @example teamBudgets(snapshot, "vision") // [{ of: null, monthly: 50000n * 10n ** 24n, spent: 41200n * 10n ** 24n }]
 */
export function teamBudgets(
  { config, report }: Pick<Snapshot, "config" | "report">,
  team: string,
): StatementBudget[] {
  return comparableBudgets(config, report.currency)
    .filter(({ match }) => match.team !== undefined && isOnlyOf(match, team, report))
    .map((budget) => ({
      of: partOf(budget),
      monthly: parseAmount(budget.monthly),
      spent: spendOf(budget, report),
    }));
}

function isOnlyOf(match: Budget["match"], team: string, { leaves }: Snapshot["report"]): boolean {
  const matches = leafMatcher(match);
  const teams = new Set(leaves.filter(({ leaf }) => matches(leaf)).map(({ leaf }) => leaf.team));
  return teams.size === 1 && teams.has(team);
}

function partOf({ match }: Budget): string | null {
  const parts = DIMENSIONS.filter((dimension) => dimension !== "team").flatMap((dimension) => {
    const values = match[dimension];
    return values === undefined ? [] : [`${dimension} ${[values].flat().join(", ")}`];
  });
  return parts.length === 0 ? null : parts.join(", ");
}
