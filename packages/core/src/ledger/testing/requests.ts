import type { ResourceRequest } from "../request.ts";
import { ARN, MINUTE, START } from "./records.ts";

/** Ann asks to leave the instance alone. */
export function makeRequest(given: Partial<ResourceRequest> = {}): ResourceRequest {
  return {
    id: "5d41402abc4b2a76",
    revision: 0,
    kind: "exemption",
    resource: ARN,
    team: "vision",
    requester: "ann",
    reason: "it moves out this month",
    until: START + 60 * MINUTE,
    at: START,
    state: "open",
    decidedBy: null,
    decidedAt: null,
    note: null,
    ...given,
  };
}
