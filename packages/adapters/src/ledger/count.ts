import type { Count, Listed, ResourceCounts, ResourceFilter } from "@tagledger/core/ledger/query";
import type { State } from "@tagledger/core/tags/lifecycle/standing";
import type { ItemStore } from "./items.ts";
import { eachResource } from "./list.ts";
import { listedAs } from "./resource-items.ts";

/** Counts the incarnations that a filter lets through. */
export async function countResources(store: ItemStore, filter: ResourceFilter): Promise<ResourceCounts> {
  let total = 0;
  const verdicts = new Map<Listed, number>();
  const states = new Map<State, number>();
  const teams = new Map<string | null, number>();
  const reasons = new Map<string, number>();
  const services = new Map<string, number>();
  for await (const records of eachResource(store, filter)) {
    for (const record of records) {
      const { state, team, findings, type } = record;
      total += 1;
      add(verdicts, listedAs(record));
      add(states, state);
      add(teams, team);
      for (const reason of new Set(findings.map((finding) => finding.reason))) add(reasons, reason);
      add(services, type.split(":")[0] ?? type);
    }
  }
  return {
    total,
    verdicts: sorted(verdicts),
    states: sorted(states),
    teams: sorted(teams),
    reasons: sorted(reasons),
    services: sorted(services),
  };
}

function add<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sorted<T extends string | null>(counts: ReadonlyMap<T, number>): Count<T>[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (rank(a.value) < rank(b.value) ? -1 : 1));
}

function rank(value: string | null): string {
  return value === null ? "" : `=${value}`;
}
