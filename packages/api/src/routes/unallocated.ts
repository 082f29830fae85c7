import { formatAmount } from "@tagledger/core/costs/money";
import { headOf, monthRoute } from "../month-route.ts";
import { unallocated } from "../schemas/report.ts";

/** What is in scope and nobody's, for those who see all. */
export const unallocatedRoute = monthRoute({
  part: "unallocated",
  of: "everyone",
  operation: "readUnallocated",
  summary: "What is nobody's, and why",
  response: unallocated,
  show: ({ snapshot }) => ({
    ...headOf(snapshot),
    unallocated: snapshot.report.unallocated.map(({ reason, value, amount }) => ({
      reason,
      value,
      amount: formatAmount(amount),
    })),
    total: formatAmount(snapshot.report.totals.unallocated),
  }),
});
