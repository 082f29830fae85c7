import type { Destination } from "../costs/attribution/destination.ts";
import type { Amount } from "../costs/money.ts";
import type { UnallocatedAmount } from "./report.ts";
import { compareGroups } from "./rows.ts";

/** Sums what is nobody's by reason and value; sums of nothing at all are left out. */
export function unallocatedOf(
  parts: readonly { readonly destination: Destination; readonly amount: Amount }[],
): UnallocatedAmount[] {
  const sums = new Map<string, UnallocatedAmount>();
  for (const { destination, amount } of parts) {
    if (destination.kind !== "unallocated") continue;
    const { reason, value } = destination;
    const key = JSON.stringify([reason, value]);
    sums.set(key, { reason, value, amount: (sums.get(key)?.amount ?? 0n) + amount });
  }
  return [...sums.values()]
    .filter(({ amount }) => amount !== 0n)
    .sort((a, b) => compareGroups([a.reason, a.value], [b.reason, b.value]));
}
