import { decide } from "@tagledger/core/access/decide";
import { decideRequest, decisionRefused } from "@tagledger/core/flows/decide-request";
import { pricesAsRecorded } from "@tagledger/core/flows/prices-as-recorded";
import { jsonContent } from "../http/outgoing.ts";
import { ABSENT, FORBIDDEN } from "../outcome.ts";
import { requestView } from "../request-view.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { decision as body, requestPath, request as response } from "../schemas/requests.ts";

/** Decides what somebody asked for; whoever asked may take it back. */
export const decisionRoute = route({
  method: "POST",
  path: "/api/v1/requests/{id}/decision",
  operation: "decideRequest",
  summary: "Approve or refuse what somebody asked for, or withdraw it",
  scope: "read",
  parameters: requestPath,
  query: NOTHING,
  body,
  response,
  async handle({ path: { id }, body: { decision, note = null }, viewer }, system) {
    const ledger = await system.ledger();
    const request = await ledger.request(id);
    if (request === null) return ABSENT;
    const isOwn = decision === "withdraw" && viewer.name === request.requester;
    const scope = isOwn ? "release" : "approve";
    const may = decide(viewer, { scope, of: { team: request.team } });
    if (may !== "allowed") return may === "hidden" ? ABSENT : FORBIDDEN;
    const inForce = await system.inForce();
    const refused = decisionRefused(request, { decision, by: viewer.name }, inForce.config);
    if (refused !== null) return { kind: "refused", status: 403, detail: refused };
    const prices = pricesAsRecorded(await ledger.history(request.resource), system.prices);
    const now = system.now();
    const said = { id, decision, by: viewer.name, note, now };
    const decided = await decideRequest({ ledger, prices }, inForce, said);
    return { kind: "done", status: 200, content: jsonContent(requestView(decided, now)) };
  },
});
