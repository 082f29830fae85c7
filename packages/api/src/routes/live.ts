import { live } from "@tagledger/core/flows/live";
import { jsonLive } from "@tagledger/core/reports/live/json";
import * as z from "zod/mini";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { LIVE_BY, live as response } from "../schemas/resource.ts";
import { described, words } from "../schemas/values.ts";
import { teamsFor } from "../seen.ts";

/** What resources cost now. */
export const liveRoute = route({
  method: "GET",
  path: "/api/v1/live",
  operation: "readLive",
  summary: "What resources cost an hour now, and what they came to in the month so far, at list prices",
  scope: "read",
  parameters: NOTHING,
  query: z.strictObject({
    team: z.optional(described(z.string().check(z.maxLength(256)), "Only this team")),
    groupBy: words(LIVE_BY, ["team"], "What rows are grouped by, in this order"),
  }),
  body: null,
  response,
  async handle({ query: { team, groupBy }, viewer }, system) {
    const teams = teamsFor(viewer, team);
    if (teams === null) return ABSENT;
    const where = teams === "all" ? {} : { team: teams };
    const spend = await live({ ledger: await system.ledger() }, { at: system.now(), groupBy, where });
    return found(null, () => jsonLive(spend));
  },
});
