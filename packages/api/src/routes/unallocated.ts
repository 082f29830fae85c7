import { formatAmount } from "@tagledger/core/costs/money";
import { unallocatedOfMonth } from "@tagledger/core/flows/month/figures";
import { groupJson } from "@tagledger/core/reports/month/render/json";
import { monthRoute } from "../month-route.ts";
import { unallocated } from "../schemas/report.ts";

const BY = ["service", "account"] as const;

/** What is in scope and nobody's, for those who see all. */
export const unallocatedRoute = monthRoute({
  part: "unallocated",
  of: "everyone",
  filters: true,
  operation: "readUnallocated",
  summary: "What is nobody's, why, and in which service and account",
  response: unallocated,
  read: async (system, { teams: _, ...asked }) =>
    unallocatedOfMonth({ snapshots: await system.snapshots() }, { ...asked, groupBy: BY }),
  show: (rows) => ({
    unallocated: rows.map(({ reason, value, group, amount }) => ({
      reason,
      value,
      ...groupJson(group, BY),
      amount: formatAmount(amount),
    })),
  }),
});
