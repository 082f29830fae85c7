import { unitsOf } from "../decimal.ts";
import { DIMENSIONS } from "../definition/match.ts";
import type { Config } from "../definition.ts";
import type { Flaw } from "../problem.ts";

/** One budget, as parsed. */
type Budget = Config["budgets"][number];

/** Budgets are held against divided costs, which know a leaf and nothing else of a charge, and amounts of 24 places. */
export function checkBudgets({ budgets }: Pick<Config, "budgets">): Flaw[] {
  return budgets.flatMap((budget, index) => [
    ...foreignKeys(budget).map(
      (key): Flaw => ({
        path: ["budgets", index, "match", key],
        message: `divided costs do not tell the ${key}, so this budget is not watched; match by ${DIMENSIONS.join(", ")}`,
        severity: "warning",
      }),
    ),
    ...budget.alert.flatMap((threshold, at): Flaw[] =>
      unitsOf(String(threshold)) === undefined
        ? [
            {
              path: ["budgets", index, "alert", at],
              message: `${threshold} has more than 24 decimal places and is not watched`,
              severity: "warning",
            },
          ]
        : [],
    ),
  ]);
}

/** The keys of its match that shares of pools do not have; to leave them out would count too much. */
export function foreignKeys({ match }: Pick<Budget, "match">): string[] {
  const known: readonly string[] = DIMENSIONS;
  return Object.entries(match)
    .filter(([key, globs]) => globs !== undefined && !known.includes(key))
    .map(([key]) => key)
    .sort();
}
