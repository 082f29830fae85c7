import { formatAmount } from "../../costs/money.ts";
import { exactFraction } from "../render/figures.ts";
import { jsonAbout, jsonChange } from "../render/json-about.ts";
import type { TeamTotal } from "../team-totals.ts";
import type { Comparison } from "./comparison.ts";

/** Renders a bill divided in several ways as JSON: amounts are exact decimal strings, `exact` is the fraction before rounding. */
export function renderComparisonJson(comparison: Comparison): string {
  return `${JSON.stringify(jsonComparison(comparison), null, 2)}\n`;
}

/**
 * The JSON form of a bill divided in several ways, as a value.
 *
 * @example jsonComparison(comparison).ways[0].name // "direct"
 */
export function jsonComparison(comparison: Comparison) {
  return {
    ...jsonAbout(comparison),
    totals: comparison.totals.map(jsonTotal),
    ways: comparison.ways.map(({ totals, changes, ...way }) => ({
      ...way,
      totals: totals.map(jsonTotal),
      changes: changes.map(jsonChange),
    })),
  };
}

function jsonTotal({ team, amount, exact }: TeamTotal) {
  return { team, amount: formatAmount(amount), exact: exactFraction(exact) };
}
