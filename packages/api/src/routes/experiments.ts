import { formatAmount } from "@tagledger/core/costs/money";
import { experimentsOfMonth } from "@tagledger/core/flows/month/figures";
import { monthRoute } from "../month-route.ts";
import { experiments } from "../schemas/report.ts";

/** What experiments cost. */
export const experimentsRoute = monthRoute({
  part: "experiments",
  of: "teams",
  filters: true,
  operation: "readExperiments",
  summary: "What experiments cost, the dearest first",
  response: experiments,
  read: async (system, asked) => experimentsOfMonth({ snapshots: await system.snapshots() }, asked),
  show: (costs) => ({
    experiments: costs.map(({ direct, shared, total, ...about }) => ({
      ...about,
      direct: formatAmount(direct),
      shared: formatAmount(shared),
      total: formatAmount(total),
    })),
  }),
});
