import { type ResourceRequest, standingOf } from "@tagledger/core/ledger/request";
import { isoTime } from "@tagledger/core/ledger/view/resource";

/** A request as the API shows it: what it is at an instant. */
export function requestView(asked: ResourceRequest, now: number) {
  const { id, kind, resource, team, requester, reason, until, at, decidedBy, decidedAt, note } = asked;
  return {
    ...{ id, kind, resource, team, requester, reason, decidedBy, note },
    state: standingOf(asked, now),
    until: until === null ? null : isoTime(until),
    at: isoTime(at),
    decidedAt: decidedAt === null ? null : isoTime(decidedAt),
  };
}
