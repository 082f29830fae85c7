import type { Attributed } from "../attribution/attribute.ts";
import type { EstablishedAmount } from "../attribution/established.ts";
import { Totals } from "../attribution/totals.ts";
import type { BorneAt } from "./borne.ts";

/**
 * An attributed bill in which all bear the same discount of commitments: every subsidy is taken back where it counts. The
 * bill's total stays what it is.
 */
export function pooledCommitments<Bill extends Pick<Attributed, "totals" | "established">>(
  bill: Bill,
  borne: readonly BorneAt[],
): Bill {
  const totals = new Totals();
  for (const { destination, amount } of bill.totals.values()) totals.add(destination, amount);
  const moved: EstablishedAmount[] = [];
  for (const { destination, subsidy } of borne) {
    if (subsidy === null || subsidy === 0n) continue;
    totals.add(destination, -subsidy);
    // No tag says that it is so: it was decided.
    if (destination.kind === "direct") moved.push({ leaf: destination.leaf, by: "policy", amount: -subsidy });
  }
  return { ...bill, totals, established: [...bill.established, ...moved] };
}
