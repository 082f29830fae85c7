import type { Config } from "../config/definition.ts";
import { type Allocation, allocate } from "../costs/allocate.ts";
import { Totals } from "../costs/attribution/totals.ts";
import { parsePeriod } from "../costs/period.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import type { Snapshot } from "./snapshot.ts";

/** What a snapshot is divided by another time, where that differs. */
export interface Instead {
  readonly config?: Config;
  readonly usage?: readonly UsageRow[];
}

/** Divides the pools of a snapshot once more, by what it was made of or by something else; the bill stays as it was. */
export function dividedAgain(
  snapshot: Pick<Snapshot, "period" | "currency" | "config" | "usage" | "report" | "pools">,
  { config = snapshot.config, usage = snapshot.usage }: Instead = {},
): Allocation {
  const totals = new Totals();
  for (const { leaf, direct, shared } of snapshot.report.leaves) {
    // Who has nothing but shares had no charge; one that cost nothing still names its team.
    if (direct !== 0n || shared === 0n) totals.add({ kind: "direct", leaf }, direct);
  }
  for (const { pool, amount } of snapshot.pools) totals.add({ kind: "pool", pool }, amount);
  const { currency, period } = snapshot;
  return allocate({ totals, established: [], currency }, { config, usage, period: parsePeriod(period) });
}
