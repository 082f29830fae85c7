import type { Verdict } from "@tagledger/core/tags/verdict/judge";
import type { MonthChoice } from "../state/choice.ts";
import { FILTERS } from "../state/keys.ts";
import type { PageState } from "../state/page-state.ts";

/** The values of a query by name; null leaves one out, a list says it several times. */
export type Query = Readonly<Record<string, string | null | readonly string[]>>;

/** Who looks. */
export const SESSION = apiAddress("session");

/** What was read. */
export const INPUTS = apiAddress("inputs");

/** How people sign in. */
export const SIGN_IN = apiAddress("sign-in");

/** Which months there are. */
export const MONTHS = apiAddress("months");

const PAGE_SIZE = "10";

/**
 * An address of the API; relative, so that the page works under any path.
 *
 * @example apiAddress("resource", { name: "a&b" }) // "api/v1/resource?name=a%26b"
 */
export function apiAddress(path: string, values: Query = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue;
    for (const each of typeof value === "string" ? [value] : value) query.append(name, each);
  }
  return query.size === 0 ? `api/v1/${path}` : `api/v1/${path}?${query}`;
}

/** A part of the month that is shown, of the team that is shown: `pools`, `coverage`, `experiments`. */
export function monthAddress({ state, month }: MonthChoice, part: string, more: Query = {}): string {
  const { period, basis } = month;
  return apiAddress(`months/${period}/${part}`, { basis, team: state.team, ...more });
}

/** The same by all filters of the page, where the part can be filtered: `report`, `days`, `unallocated`. */
export function filteredAddress(choice: MonthChoice, part: string, more: Query = {}): string {
  return monthAddress(choice, part, { where: whereOf(choice.state), ...more });
}

/**
 * The filters of the page as the API takes them.
 *
 * @example whereOf({ ...START, project: "churn", experiment: "" }) // ["project=churn", "experiment="]
 */
export function whereOf(state: PageState): readonly string[] {
  return FILTERS.flatMap((filter) => (state[filter] === null ? [] : [`${filter}=${state[filter]}`]));
}

/** Which resources are wanted; null does not matter, a team without a name is nobody. */
export interface ResourcesWanted {
  readonly team: string | null;
  readonly period: string | null;
}

/** A part of the list of resources with a verdict, or with any. */
export function resourcesAddress(
  wanted: ResourcesWanted,
  verdict: Verdict | null,
  after: string | null,
): string {
  return apiAddress("resources", { ...wanted, verdict, limit: PAGE_SIZE, after });
}

/** How many resources there are. */
export function countsAddress(wanted: ResourcesWanted): string {
  return apiAddress("resources/counts", { ...wanted });
}

/** The story of a resource. */
export function storyAddress(name: string): string {
  return apiAddress("resource", { name });
}
