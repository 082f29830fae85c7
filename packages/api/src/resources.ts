import type { Page, ResourceCounts, ResourceFilter, ResourceQuery } from "@tagledger/core/ledger/query";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import type { Ledger } from "@tagledger/core/ports";
import { pageOfTeams } from "./paged-teams.ts";

type Resources = Pick<Ledger, "resources" | "count">;

/** Which resources are wanted: of these teams, an empty name standing for nobody; `all` for whatever team. */
export interface Wanted extends Omit<ResourceFilter, "team"> {
  readonly teams: readonly string[] | "all";
}

/**
 * Lists resources, of several teams one team after the other.
 *
 * @throws bad-input when `after` is no place in a list
 */
export function listResources(
  ledger: Resources,
  { teams, ...filter }: Wanted,
  page: Pick<ResourceQuery, "limit" | "after">,
): Promise<Page<ResourceRecord>> {
  return pageOfTeams((asked) => ledger.resources({ ...filter, ...asked }), teams, page);
}

/** Counts resources; what nobody asked for of other teams is in no count. */
export async function countResources(
  ledger: Resources,
  { teams, ...filter }: Wanted,
): Promise<ResourceCounts> {
  if (teams === "all") return ledger.count(filter);
  const all = await Promise.all(
    teams.map((team) => ledger.count({ ...filter, team: team === "" ? null : team })),
  );
  return {
    total: all.reduce((sum, { total }) => sum + total, 0),
    verdicts: together(all.flatMap(({ verdicts }) => verdicts)),
    states: together(all.flatMap(({ states }) => states)),
    teams: together(all.flatMap((each) => each.teams)),
    reasons: together(all.flatMap(({ reasons }) => reasons)),
    services: together(all.flatMap(({ services }) => services)),
  };
}

function together<Value>(counts: readonly { readonly value: Value; readonly count: number }[]) {
  const sums = new Map<Value, number>();
  for (const { value, count } of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
