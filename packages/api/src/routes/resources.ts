import { resourceView } from "@tagledger/core/ledger/view/resource";
import { ABSENT, found } from "../outcome.ts";
import { countResources, listResources } from "../resources.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { counts, filterQuery, listQuery, resourcePage } from "../schemas/resource.ts";
import { wantedOf } from "../wanted.ts";

const about = { method: "GET", scope: "read", parameters: NOTHING, body: null } as const;

/** Resources, the newest first; of several teams one team after the other. */
export const resourcesRoute = route({
  ...about,
  path: "/api/v1/resources",
  operation: "listResources",
  summary: "Resources with their findings",
  query: listQuery,
  response: resourcePage,
  async handle({ query: { limit, after, ...filter }, viewer }, system) {
    const wanted = wantedOf(filter, viewer);
    if (wanted === null) return ABSENT;
    const { items, next } = await listResources(await system.ledger(), wanted, { limit, after });
    return found(null, () => ({ items: items.map(resourceView), next }));
  },
});

/** How many there are. */
export const countsRoute = route({
  ...about,
  path: "/api/v1/resources/counts",
  operation: "countResources",
  summary: "How many resources there are, by verdict, state, team, reason and service",
  query: filterQuery,
  response: counts,
  async handle({ query, viewer }, system) {
    const wanted = wantedOf(query, viewer);
    if (wanted === null) return ABSENT;
    const all = await countResources(await system.ledger(), wanted);
    return found(null, () => all);
  },
});
