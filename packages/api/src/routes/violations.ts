import { isoTime, resourceView } from "@tagledger/core/ledger/view/resource";
import { amountLines } from "@tagledger/core/spend/amounts";
import * as z from "zod/mini";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { filter, violations } from "../schemas/resource.ts";
import { after, limit } from "../schemas/values.ts";
import { placeAfter, placeIn } from "../violation-place.ts";
import { isAfter, rankedViolations, rankOf } from "../violations.ts";
import { wantedOf } from "../wanted.ts";

/** What breaks the rules, the dearest first. */
export const violationsRoute = route({
  method: "GET",
  path: "/api/v1/violations",
  operation: "listViolations",
  summary: "Resources that break the rules, by what they cost, with the line that puts each right",
  scope: "read",
  parameters: NOTHING,
  query: z.strictObject({ team: filter.team, limit, after }),
  body: null,
  response: violations,
  async handle({ query: { team, limit: most, after: place }, viewer }, system) {
    const wanted = wantedOf({ team }, viewer);
    if (wanted === null) return ABSENT;
    const from = place === undefined ? null : placeIn(place, system.now());
    // What they cost grows all the time: later pages are ranked as of the first.
    const at = from?.at ?? system.now();
    const ranked = await rankedViolations(await system.ledger(), wanted, at);
    const following = from === null ? ranked : ranked.filter((each) => isAfter(each, from.rank));
    const items = following.slice(0, most);
    const last = items.at(-1);
    return found(null, () => ({
      at: isoTime(at),
      items: items.map(({ record, figures }) => ({
        ...resourceView(record),
        monthToDate: amountLines(figures.monthToDate.amounts),
        hourly: amountLines(figures.hourly.amounts),
      })),
      total: ranked.length,
      next: last === undefined || following.length <= most ? null : placeAfter(rankOf(last), at),
    }));
  },
});
