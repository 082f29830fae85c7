import type { Config } from "../config/definition.ts";
import { type Allocation, allocate } from "../costs/allocate.ts";
import { Totals } from "../costs/attribution/totals.ts";
import { leafKey } from "../costs/leaf.ts";
import { type Amount, sum } from "../costs/money.ts";
import { parsePeriod } from "../costs/period.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import type { Snapshot } from "./snapshot.ts";

/** What a snapshot is divided by another time, where that differs. */
export interface Instead {
  readonly config?: Config;
  readonly usage?: readonly UsageRow[];
}

type Divided = Pick<Snapshot, "period" | "currency" | "config" | "usage" | "report" | "pools">;

/**
 * Divides the pools of a snapshot once more, by what it was made of or by something else; the bill stays as it was. What no
 * pool ever held and is nobody's counts as excluded.
 */
export function dividedAgain(
  snapshot: Divided,
  { config = snapshot.config, usage = snapshot.usage }: Instead = {},
): Allocation {
  const totals = new Totals();
  const shared = sharedLeaves(snapshot);
  for (const { leaf, direct } of snapshot.report.leaves) {
    // Who has nothing but shares had no charge; one that cost nothing still names its team.
    if (direct !== 0n || !shared.has(leafKey(leaf))) totals.add({ kind: "direct", leaf }, direct);
  }
  for (const { pool, amount } of snapshot.pools) totals.add({ kind: "pool", pool }, amount);
  const nobodys = nobodysOwn(snapshot);
  if (nobodys !== 0n) totals.add({ kind: "excluded" }, nobodys);
  const { currency, period } = snapshot;
  return allocate({ totals, established: [], currency }, { config, usage, period: parsePeriod(period) });
}

function sharedLeaves({ pools }: Divided): ReadonlySet<string> {
  const shares = pools.flatMap((pool) => pool.shares);
  return new Set(
    shares.flatMap(({ destination }) => (destination.kind === "direct" ? leafKey(destination.leaf) : [])),
  );
}

/** What is nobody's and no pool held. */
function nobodysOwn({ report, pools }: Divided): Amount {
  const kept = pools.flatMap(({ shares }) =>
    shares.filter(({ destination }) => destination.kind !== "direct"),
  );
  return report.totals.unallocated + report.totals.excluded - sum(kept.map(({ amount }) => amount));
}
