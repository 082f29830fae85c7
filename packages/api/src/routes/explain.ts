import { explain } from "@tagledger/core/snapshots/explain/explain";
import { explanationForTeam } from "@tagledger/core/snapshots/explain/for-team";
import { jsonExplanation } from "@tagledger/core/snapshots/explain/json";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import * as z from "zod/mini";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { monthPath, monthQuery } from "../schemas/asked.ts";
import { explanation } from "../schemas/explanation.ts";
import { nameOf } from "../schemas/values.ts";
import { seesEverything, seesTeam, snapshotOf } from "../seen.ts";

/** Why a team bears what it does of a pool: the lines of the bill are told on the command line, where the bill is. */
export const explainRoute = route({
  method: "GET",
  path: "/api/v1/months/{period}/explain",
  operation: "explainShare",
  summary: "Why a team bears what it does of a pool, back to what was used",
  scope: "read",
  parameters: monthPath,
  // Names may hold slashes, which no two servers read in a path alike.
  query: z.strictObject({ basis: monthQuery.basis, team: nameOf("team"), pool: nameOf("pool") }),
  body: null,
  response: explanation,
  async handle({ path: { period }, query: { basis, team, pool }, viewer }, system) {
    if (!seesTeam(viewer, team)) return ABSENT;
    const snapshot = await snapshotOf(system, { period, basis });
    const all = seesEverything(viewer);
    if (snapshot === null || !(all ? isKnown : isBorne)(snapshot, team, pool)) return ABSENT;
    return found(snapshot.digest, () => {
      const told = explain(snapshot, { team, pool }, null);
      return jsonExplanation(all ? told : explanationForTeam(told), null);
    });
  },
});

function isKnown({ report, pools }: Snapshot, team: string, pool: string): boolean {
  return report.leaves.some(({ leaf }) => leaf.team === team) && pools.some((each) => each.pool === pool);
}

/** Of a pool of which it bears nothing, a team is not told that it exists. */
function isBorne({ pools }: Snapshot, team: string, pool: string): boolean {
  const shares = pools.find((each) => each.pool === pool)?.shares ?? [];
  return shares.some(({ destination }) => destination.kind === "direct" && destination.leaf.team === team);
}
