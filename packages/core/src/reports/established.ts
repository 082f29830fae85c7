import type { EstablishedBy } from "../costs/attribution/established.ts";
import { ESTABLISHED_BY } from "../costs/attribution/established.ts";
import { type Amount, sum } from "../costs/money.ts";
import type { EstablishedSum } from "./report.ts";

/**
 * Sums direct cost by how its team was established, whatever the team; what comes to nothing is left out.
 *
 * @example establishedSums(report.established) // [{ by: "tag", amount: 950000000000000000000000000n }, …]
 */
export function establishedSums(
  established: readonly EstablishedSum[],
): { readonly by: EstablishedBy; readonly amount: Amount }[] {
  return ESTABLISHED_BY.flatMap((by) => {
    const amount = sum(established.filter((each) => each.by === by).map((each) => each.amount));
    return amount === 0n ? [] : [{ by, amount }];
  });
}
