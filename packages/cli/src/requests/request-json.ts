import { type ResourceRequest, standingOf } from "@tagledger/core/ledger/request";

/** A request for programs: what it is at an instant, and its times as ISO 8601 in UTC. */
export function requestJson(request: ResourceRequest, now: number) {
  const { revision: _seen, until, at, decidedAt, ...told } = request;
  return {
    ...told,
    state: standingOf(request, now),
    until: isoOrNull(until),
    at: isoOrNull(at),
    decidedAt: isoOrNull(decidedAt),
  };
}

function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
