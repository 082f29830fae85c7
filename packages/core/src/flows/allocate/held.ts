import { placingRules } from "../../bills/placing-rules.ts";
import type { Config } from "../../config/definition.ts";
import type { Hash } from "../../ports.ts";
import type { SnapshotState } from "../../snapshots/state.ts";
import type { NewestBills } from "./newest-bills.ts";

/**
 * Why what is read of a closed month stays as it is; null where the month is open, or has no snapshot yet and is divided by
 * the rules that it was closed under.
 */
export function heldBecause(
  { snapshots }: SnapshotState,
  { state, bills }: NewestBills,
  { config, hash }: { readonly config: Config; readonly hash: Hash },
): string | null {
  const { closed, period, pointers } = state;
  if (closed === null) return null;
  const when = `${period} was closed on ${new Date(closed.at).toISOString()}`;
  const newest = snapshots.at(-1);
  if (newest === undefined) {
    const placing = hash.sha256(placingRules(config));
    const others = Object.values(pointers).some(({ configuration }) => configuration !== placing);
    return others ? `${when} under other rules than these, and no snapshot was made before` : null;
  }
  const isOf = bills.every(({ export: name, version }) =>
    newest.bills.some((bill) => bill.export === name && bill.version === version),
  );
  return isOf
    ? when
    : `${when}, and its snapshot is of another version of the bill than the one that is read`;
}
