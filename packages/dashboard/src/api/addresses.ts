import type { Dimension } from "@tagledger/core/config/definition/match";
import type { Verdict } from "@tagledger/core/tags/verdict/judge";
import type { Published } from "../state/shown.ts";

/** What there is to see. */
export const OVERVIEW = address("overview", {});

const PAGE_SIZE = "20";

/** Which resources are wanted; null does not matter, a team without a name is nobody. */
export interface ResourcesWanted {
  readonly team: string | null;
  readonly period: string | null;
}

/** A period's report by dimensions; of one team, if one is given. */
export function reportAddress(
  { period, basis }: Published,
  groupBy: readonly Dimension[],
  team: string | null = null,
): string {
  const where = team === null ? null : `team=${team}`;
  return address("report", { period, basis, groupBy: groupBy.join(","), where });
}

/** A part of the list of resources with a verdict, or with any. */
export function resourcesAddress(
  wanted: ResourcesWanted,
  verdict: Verdict | null,
  after: string | null,
): string {
  return address("resources", { ...wanted, verdict, limit: PAGE_SIZE, after });
}

/** How many resources there are. */
export function countsAddress(wanted: ResourcesWanted): string {
  return address("resources/counts", { ...wanted });
}

/** The story of a resource. */
export function storyAddress(name: string): string {
  return address("resource", { name });
}

// Relative, so that the page works under any path.
function address(path: string, values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) query.set(name, value);
  return query.size === 0 ? `api/${path}` : `api/${path}?${query}`;
}
