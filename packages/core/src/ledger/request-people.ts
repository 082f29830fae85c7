import type { ResourceRequest } from "./request.ts";

/** In the place of a name. */
const FORGOTTEN = "forgotten";

/** Says whether a request names people: who asked, or who decided. */
export function requestNamesPeople({ requester, decidedBy }: ResourceRequest): boolean {
  return requester !== FORGOTTEN || (decidedBy !== null && decidedBy !== FORGOTTEN);
}

/** A request without the names of people; what they said stays. */
export function requestWithoutPeople(request: ResourceRequest): ResourceRequest {
  return {
    ...request,
    requester: FORGOTTEN,
    decidedBy: request.decidedBy === null ? null : FORGOTTEN,
  };
}
