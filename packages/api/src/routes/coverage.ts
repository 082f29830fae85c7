import { formatAmount, sum } from "@tagledger/core/costs/money";
import { formatRational, rational } from "@tagledger/core/costs/rational";
import { establishedSums } from "@tagledger/core/reports/established";
import type { EstablishedSum } from "@tagledger/core/reports/report";
import { groupBy } from "@tagledger/core/text/group-by";
import { headOf, isShown, monthRoute } from "../month-route.ts";
import { coverage } from "../schemas/report.ts";

/** Tag coverage by cost: which part of direct cost carries its team in a tag, its own or the one that the ledger remembers. */
export const coverageRoute = monthRoute({
  part: "coverage",
  of: "teams",
  operation: "readCoverage",
  summary: "Which part of direct cost says by its tags whose it is",
  response: coverage,
  show: (shown) => {
    const seen = shown.snapshot.report.established.filter(({ team }) => isShown(shown, team));
    const byTeam = groupBy(seen, ({ team }) => team);
    return {
      ...headOf(shown.snapshot),
      teams: [...byTeam].map(([team, established]) => ({ team, ...coverageOf(established) })),
    };
  },
});

function coverageOf(established: readonly EstablishedSum[]) {
  const sums = establishedSums(established);
  const direct = sum(sums.map(({ amount }) => amount));
  const byTag = sum(sums.filter(({ by }) => by === "tag" || by === "ledger").map(({ amount }) => amount));
  return {
    direct: formatAmount(direct),
    byTag: formatAmount(byTag),
    // Credits can outweigh costs: then no part of the whole says anything.
    coverage: direct > 0n && byTag >= 0n && byTag <= direct ? formatRational(rational(byTag, direct)) : null,
    established: sums.map(({ by, amount }) => ({ by, amount: formatAmount(amount) })),
  };
}
