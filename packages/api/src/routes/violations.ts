import { isoTime, resourceView } from "@tagledger/core/ledger/view/resource";
import { amountLines } from "@tagledger/core/spend/amounts";
import * as z from "zod/mini";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { filter, violations } from "../schemas/resource.ts";
import { limit } from "../schemas/values.ts";
import { rankedViolations } from "../violations.ts";
import { wantedOf } from "../wanted.ts";

/** What breaks the rules, the dearest first. */
export const violationsRoute = route({
  method: "GET",
  path: "/api/v1/violations",
  operation: "listViolations",
  summary: "Resources that break the rules, by what they cost, with the line that puts each right",
  scope: "read",
  parameters: NOTHING,
  query: z.strictObject({ team: filter.team, limit }),
  body: null,
  response: violations,
  async handle({ query: { team, limit: most }, viewer }, system) {
    const wanted = wantedOf({ team }, viewer);
    if (wanted === null) return ABSENT;
    const at = system.now();
    const ranked = await rankedViolations(await system.ledger(), wanted, at);
    return found(null, () => ({
      at: isoTime(at),
      items: ranked.slice(0, most).map(({ record, figures }) => ({
        ...resourceView(record),
        monthToDate: amountLines(figures.monthToDate.amounts),
        hourly: amountLines(figures.hourly.amounts),
      })),
      total: ranked.length,
    }));
  },
});
