import { DIMENSIONS } from "@tagledger/core/config/definition/match";
import { badInput } from "@tagledger/core/errors";
import { runsOfMonth } from "@tagledger/core/flows/runs";
import type { MonthWhere } from "@tagledger/core/reports/month/keys";
import * as z from "zod/mini";
import { monthScope } from "../month-asked.ts";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { monthPath, monthQuery, where } from "../schemas/asked.ts";
import { runs } from "../schemas/report.ts";

/** What is known of a job as of money. */
const KEYS: ReadonlySet<string> = new Set([...DIMENSIONS, "account"]);

/** How often experiments ran, by the jobs that the ledger knows: with their cost, what a run of each costs. */
export const runsRoute = route({
  method: "GET",
  path: "/api/v1/months/{period}/runs",
  operation: "readRuns",
  summary: "How often experiments ran in a month, by the jobs that carried them",
  scope: "read",
  parameters: monthPath,
  query: z.strictObject({ team: monthQuery.team, where }),
  body: null,
  response: runs,
  async handle({ path: { period }, query, viewer }, system) {
    const scope = monthScope(query, viewer);
    if (scope === null) return ABSENT;
    const wanted = knownOf(scope.where);
    const own = scope.teams === null ? wanted : { ...wanted, team: narrowed(scope.teams, wanted.team) };
    const ledger = await system.ledger();
    const counted = await runsOfMonth({ ledger }, { period, where: own });
    return found(null, () => ({ period, at: new Date(system.now()).toISOString(), runs: counted }));
  },
});

/** A team that is asked for is one of those that are seen already. */
function narrowed(teams: readonly string[], asked: readonly string[] | undefined): readonly string[] {
  return asked === undefined ? teams : teams.filter((team) => asked.includes(team));
}

function knownOf(where: MonthWhere): MonthWhere {
  const odd = Object.keys(where).find((key) => !KEYS.has(key));
  if (odd === undefined) return where;
  throw badInput(`where: of a run no ${odd} is known; there are ${[...KEYS].join(", ")}`);
}
