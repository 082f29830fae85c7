import { formatAmount } from "@tagledger/core/costs/money";
import { narrow } from "@tagledger/core/reports/narrow";
import { headOf, monthRoute } from "../month-route.ts";
import { experiments } from "../schemas/report.ts";

/** What experiments cost. */
export const experimentsRoute = monthRoute({
  part: "experiments",
  of: "teams",
  operation: "readExperiments",
  summary: "What experiments cost, by team and project",
  response: experiments,
  show: ({ snapshot, teams }) => {
    const groupBy = ["team", "project", "experiment"] as const;
    const { rows } = narrow(snapshot.report, { groupBy, teams: teams === "all" ? undefined : teams });
    return {
      ...headOf(snapshot),
      experiments: rows.flatMap(
        ({ group: [team = null, project = null, experiment = null], direct, shared, total }) =>
          experiment === null
            ? []
            : [
                {
                  team,
                  project,
                  experiment,
                  direct: formatAmount(direct),
                  shared: formatAmount(shared),
                  total: formatAmount(total),
                },
              ],
      ),
    };
  },
});
