import { formatAmount } from "@tagledger/core/costs/money";
import { daysOfMonth } from "@tagledger/core/flows/month/figures";
import { monthRoute } from "../month-route.ts";
import { days as response } from "../schemas/report.ts";

/** A month day by day. */
export const daysRoute = monthRoute({
  part: "days",
  of: "teams",
  filters: true,
  // It ends with the day that has begun.
  changesDaily: true,
  operation: "readDays",
  summary: "What was spent on each day so far, and up to it",
  response,
  read: async (system, asked) =>
    daysOfMonth({ snapshots: await system.snapshots(), clock: system.now }, asked),
  show: ({ days, ofNoDay, shared, total }) => ({
    days: days.map(({ day, amount, cumulative }) => ({
      day,
      amount: formatAmount(amount),
      cumulative: formatAmount(cumulative),
    })),
    ofNoDay: formatAmount(ofNoDay),
    shared: formatAmount(shared),
    total: formatAmount(total),
  }),
});
