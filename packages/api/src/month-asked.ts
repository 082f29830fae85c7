import type { Viewer } from "@tagledger/core/access/viewer";
import { badInput } from "@tagledger/core/errors";
import { MONTH_KEYS, type MonthKey, type MonthWhere } from "@tagledger/core/reports/month/keys";
import { seesTeam, teamsFor } from "./seen.ts";

/** Of whose money is asked, of that which they see, and by which filter. */
export interface MonthScope {
  /** All, with what is nobody's, where null. */
  readonly teams: readonly string[] | null;
  readonly where: MonthWhere;
}

/**
 * What of a month somebody may be shown that they ask for; null where any of it is somebody else's.
 *
 * @param filters as `project=churn`; an empty value stands for none, several of one key for any of them
 * @throws bad-input where a filter is none
 */
export function monthScope(
  {
    team,
    where: filters = [],
  }: { readonly team?: string | undefined; readonly where?: readonly string[] | undefined },
  viewer: Viewer,
): MonthScope | null {
  const where = whereOf(filters);
  if (where.team?.some((each) => !seesTeam(viewer, each === "" ? null : each))) return null;
  const teams = teamsFor(viewer, team);
  if (teams === null) return null;
  // What is nobody's is kept by those who see all, as the filter that leaves all teams out.
  if (team === "") return { teams: null, where: { ...where, team: [""] } };
  return { teams: teams === "all" ? null : teams, where };
}

function whereOf(filters: readonly string[]): MonthWhere {
  const where = new Map<MonthKey, string[]>();
  for (const filter of filters) {
    const at = filter.indexOf("=");
    const key = MONTH_KEYS.find((each) => each === filter.slice(0, at));
    if (key === undefined)
      throw badInput(`where: expected KEY=VALUE with one of ${MONTH_KEYS.join(", ")}, not "${filter}"`);
    where.set(key, [...(where.get(key) ?? []), filter.slice(at + 1)]);
  }
  return Object.fromEntries(where);
}
