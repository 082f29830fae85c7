import type { UsageRow } from "@tagledger/core/costs/sharing/usage";

/** What every source knows of a sample. */
export type PlainFacts = Pick<UsageRow, "start" | "end" | "pool" | "team" | "metric" | "quantity" | "place">;

/** A row of usage of which the finer dimensions are not known. */
export function plainRow(facts: PlainFacts): UsageRow {
  return { ...facts, project: null, workload: null, environment: null, experiment: null };
}
