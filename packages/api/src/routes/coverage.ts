import { formatAmount } from "@tagledger/core/costs/money";
import { formatRational } from "@tagledger/core/costs/rational";
import { coverageOfMonth } from "@tagledger/core/flows/month/figures";
import type { Coverage } from "@tagledger/core/reports/month/coverage";
import { monthRoute } from "../month-route.ts";
import { coverage } from "../schemas/report.ts";

/** Tag coverage by cost: which part of direct cost carries its team in a tag, its own or the one that the ledger remembers. */
export const coverageRoute = monthRoute({
  part: "coverage",
  of: "teams",
  filters: false,
  operation: "readCoverage",
  summary: "Which part of direct cost says by its tags whose it is",
  response: coverage,
  read: async (system, asked) => coverageOfMonth({ snapshots: await system.snapshots() }, asked),
  show: ({ teams, ...whole }) => ({
    ...coverageView(whole),
    teams: teams.map(({ team, ...own }) => ({ team, ...coverageView(own) })),
  }),
});

function coverageView({ direct, covered, fraction, by }: Coverage) {
  return {
    direct: formatAmount(direct),
    covered: formatAmount(covered),
    fraction: fraction === null ? null : formatRational(fraction),
    by: by.map(({ by: way, amount }) => ({ by: way, amount: formatAmount(amount) })),
  };
}
