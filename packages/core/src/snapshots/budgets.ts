import { canonicalPart } from "../config/canonical.ts";
import { checkBudgets, foreignKeys } from "../config/checks/budgets.ts";
import { decimalOf, unitsOf } from "../config/decimal.ts";
import type { Config } from "../config/definition.ts";
import { type Flaw, pathText } from "../config/problem.ts";
import { type Amount, parseAmount, sum } from "../costs/money.ts";
import type { Report } from "../reports/report.ts";
import { leafMatcher } from "./leaf-matcher.ts";

/** One budget, as parsed. */
export type Budget = Config["budgets"][number];

/** A threshold of a budget that spend has reached. */
export interface Crossing {
  /** Tells crossings of a period and basis apart, see {@link budgetKey}. */
  readonly key: string;
  readonly budget: Budget;
  /** The fraction of the budget, as a decimal: "0.8". */
  readonly threshold: string;
  /** What the teams that it is of come to, direct and shared. */
  readonly amount: Amount;
}

/**
 * What tells a threshold of a budget from all others: its match, its amount and the fraction; never its place in the
 * file. A budget of another amount is told of anew.
 *
 * @example budgetKey({ match: { team: "vision" }, monthly: "50000", alert: [0.8] }, 0.8) // '{"team":["vision"]} 50000 0.8'
 */
export function budgetKey({ match, monthly }: Budget, threshold: number): string {
  return `${canonicalPart(match, ["budgets", "0", "match"])} ${monthly} ${decimalText(threshold)}`;
}

/**
 * The thresholds that the spend of a whole report has reached and that were not told of before, in the order of the
 * configuration, lower ones first. Budgets of {@link budgetProblems} are left out.
 *
 * @param crossed the keys of those that were told of
 */
export function crossings(config: Config, report: Report, crossed: readonly string[]): Crossing[] {
  const told = new Set(crossed);
  return comparableBudgets(config, report.currency).flatMap((budget) => {
    const amount = spendOf(budget, report);
    const thresholds = [...new Set(budget.alert)].sort((a, b) => a - b);
    return thresholds.flatMap((threshold) => {
      const key = budgetKey(budget, threshold);
      if (told.has(key) || !reaches(amount, budget, threshold)) return [];
      told.add(key);
      return [{ key, budget, threshold: decimalText(threshold), amount }];
    });
  });
}

/**
 * Why budgets are not watched, by place in the configuration; none where all are.
 *
 * @param currency of the report that would be held against them
 */
export function budgetFlaws(config: Config, currency: string): Flaw[] {
  return [...checkBudgets(config), ...budgetsInOther(config, currency)];
}

/** The same for people to read. */
export function budgetProblems(config: Config, currency: string): string[] {
  return budgetFlaws(config, currency).map(({ path, message }) => `${pathText(path)}: ${message}`);
}

/** Budgets that are not compared with a bill because its currency is another. */
export function budgetsInOther(config: Config, currency: string): Flaw[] {
  const own = currencyOf(config, currency);
  if (currency === own) return [];
  const message = `it is in ${own} and the bill in ${currency}: they are not compared`;
  return config.budgets.map((_, index) => ({ path: ["budgets", index], message, severity: "warning" }));
}

/** The currency of budgets: that of reports, or, where none is said, of whatever the bill is in. */
function currencyOf({ reports }: Config, bill: string): string {
  return reports.currency ?? bill;
}

/** The budgets that a report in a currency can be held against. */
export function comparableBudgets(config: Config, currency: string): Budget[] {
  if (currency !== currencyOf(config, currency)) return [];
  return config.budgets.filter((budget) => foreignKeys(budget).length === 0);
}

/** What the teams that a budget is of come to, direct and shared. */
export function spendOf({ match }: Budget, { leaves }: Report): Amount {
  const matches = leafMatcher(match);
  return sum(leaves.filter(({ leaf }) => matches(leaf)).map(({ direct, shared }) => direct + shared));
}

/** Compares at twice the places, so that nothing is rounded; where nothing was spent, nothing is reached. */
function reaches(amount: Amount, { monthly }: Budget, threshold: number): boolean {
  const fraction = unitsOf(String(threshold));
  if (fraction === undefined || amount <= 0n) return false;
  return amount * 10n ** 24n >= parseAmount(monthly) * fraction;
}

function decimalText(threshold: number): string {
  const units = unitsOf(String(threshold));
  return units === undefined ? String(threshold) : decimalOf(units);
}
