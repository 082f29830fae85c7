import { Buffer } from "node:buffer";
import { badInput } from "@tagledger/core/errors";
import type { Page, ResourceCounts, ResourceFilter, ResourceQuery } from "@tagledger/core/ledger/query";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import type { Ledger } from "@tagledger/core/ports";
import * as z from "zod/mini";

type Resources = Pick<Ledger, "resources" | "count">;

/** Which resources are wanted: of these teams, an empty name standing for nobody; `all` for whatever team. */
export interface Wanted extends Omit<ResourceFilter, "team"> {
  readonly teams: readonly string[] | "all";
}

const place = z.strictObject({ team: z.string(), after: z.optional(z.string()) });

/**
 * Lists resources, of several teams one team after the other.
 *
 * @throws bad-input when `after` is no place in a list
 */
export async function listResources(
  ledger: Resources,
  { teams, ...filter }: Wanted,
  { limit, after }: Pick<ResourceQuery, "limit" | "after">,
): Promise<Page<ResourceRecord>> {
  if (teams === "all") return ledger.resources({ ...filter, limit, after });
  const begin = after === undefined ? { team: teams[0] ?? "" } : placeIn(after);
  const items: ResourceRecord[] = [];
  let inner = begin.after;
  for (const team of teams.slice(Math.max(0, teams.indexOf(begin.team)))) {
    const query = { ...filter, team: team === "" ? null : team, limit: limit - items.length, after: inner };
    const page = await ledger.resources(query);
    items.push(...page.items);
    if (page.next !== null) return { items, next: written({ team, after: page.next }) };
    const following = teams[teams.indexOf(team) + 1];
    if (items.length >= limit && following !== undefined)
      return { items, next: written({ team: following }) };
    inner = undefined;
  }
  return { items, next: null };
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

function placeIn(after: string): z.infer<typeof place> {
  try {
    return z.parse(place, JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
  } catch {
    throw badInput("after: this is no place in a list; take the `next` of the page before");
  }
}

function written(value: z.infer<typeof place>): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}
