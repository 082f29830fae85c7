import { decide } from "@tagledger/core/access/decide";
import { endOf } from "@tagledger/core/config/moments";
import { askRequest } from "@tagledger/core/flows/ask-request";
import { jsonContent } from "../http/outgoing.ts";
import { ABSENT, FORBIDDEN, found } from "../outcome.ts";
import { pageOfTeams } from "../paged-teams.ts";
import { requestView } from "../request-view.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { asking, request, requestPage, requestQuery } from "../schemas/requests.ts";
import { teamsFor } from "../seen.ts";

/** What was asked for about resources that somebody sees. */
export const requestsRoute = route({
  method: "GET",
  path: "/api/v1/requests",
  operation: "listRequests",
  summary: "Releases and exemptions that were asked for, and what became of them",
  scope: "read",
  parameters: NOTHING,
  query: requestQuery,
  body: null,
  response: requestPage,
  async handle({ query: { team, ...page }, viewer }, system) {
    const teams = teamsFor(viewer, team);
    if (teams === null) return ABSENT;
    const ledger = await system.ledger();
    const { items, next } = await pageOfTeams((asked) => ledger.requests(asked), teams, page);
    return found(null, () => ({ items: items.map((each) => requestView(each, system.now())), next }));
  },
});

/** Asks for something about a resource of one's own, so that others decide. */
export const askRoute = route({
  method: "POST",
  path: "/api/v1/requests",
  operation: "askRequest",
  summary: "Ask for a release or an exemption of a resource that you see; somebody else decides",
  scope: "release",
  parameters: NOTHING,
  query: NOTHING,
  body: asking,
  response: request,
  status: 201,
  async handle({ body: { kind, resource, reason, until }, viewer }, system) {
    const ledger = await system.ledger();
    const record = (await ledger.history(resource)).incarnations.at(-1);
    const decision = record && decide(viewer, { scope: "release", of: { team: record.team } });
    if (decision === undefined || decision === "hidden") return ABSENT;
    if (decision === "forbidden") return FORBIDDEN;
    const now = system.now();
    const asked = { kind, resource, reason, requester: viewer.name, now };
    const { config } = await system.inForce();
    const kept = await askRequest({ ledger, hash: system.hash }, config, {
      ...asked,
      until: until === undefined ? null : endOf(until),
    });
    return { kind: "done", status: 201, content: jsonContent(requestView(kept, now)) };
  },
});
