import type { MonthKey } from "@tagledger/core/reports/month/keys";
import { ALL_KEYS } from "../state/keys.ts";
import type { PageState } from "../state/page-state.ts";

/** What the report is grouped by: as was chosen, else by team, and of one team by project. */
export function groupingOf({ groupBy, team }: Pick<PageState, "groupBy" | "team">): readonly MonthKey[] {
  return groupBy ?? [team === null ? "team" : "project"];
}

/**
 * A grouping of which one place was chosen anew; nothing at a place takes that away, and what stood elsewhere gives way.
 *
 * @example regrouped(["team", "day"], 0, "day") // ["day"]
 */
export function regrouped(
  grouping: readonly MonthKey[],
  place: number,
  key: MonthKey | null,
): readonly MonthKey[] {
  const others = grouping.map((other, index) => (index === place || other === key ? null : other));
  if (key !== null) others[place] = key;
  return others.filter((other) => other !== null);
}

/** What can be chosen at a place: all that does not stand at one before it. */
export function keysFor(grouping: readonly MonthKey[], place: number): readonly MonthKey[] {
  return ALL_KEYS.filter((key) => !grouping.slice(0, place).includes(key));
}
