import { FILTERS, KEYS } from "./keys.ts";
import type { PageState } from "./page-state.ts";

const NONE = Object.fromEntries(FILTERS.map((filter) => [filter, null]));

/** The state without its filters. */
export function withoutFilters(state: PageState): PageState {
  return { ...state, ...NONE };
}

/**
 * The filters that are chosen, in words; null where there are none.
 *
 * @example filtersIn({ ...START, project: "churn", workload: "" }) // "The filter by project and workload"
 */
export function filtersIn(state: PageState): string | null {
  const chosen = FILTERS.filter((filter) => state[filter] !== null).map((filter) => KEYS[filter]);
  if (chosen.length === 0) return null;
  const [last, ...others] = chosen.toReversed();
  return `The filter by ${others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`}`;
}
