import type { Approval } from "../approval.ts";
import type { OutgoingEvent } from "../outbox.ts";
import type { PastDeed } from "../past-deeds.ts";
import { ARN, START } from "./records.ts";

/** An event that tells of the instance. */
export function makeOutgoing(given: Partial<OutgoingEvent> = {}): OutgoingEvent {
  return { id: "outgoing-1", type: "ResourceViolating", at: START, detail: { resource: ARN }, ...given };
}

/** The quarantine of the instance, as breakers count it. */
export function makePastDeed(given: Partial<PastDeed> = {}): PastDeed {
  return {
    resource: ARN,
    account: "111122223333",
    deed: "quarantine",
    at: START,
    usdPerHour: "0.1",
    ...given,
  };
}

/** A rule that Ann turned on when it was ready. */
export function makeApproval(given: Partial<Approval> = {}): Approval {
  return {
    rule: "deadbeef",
    place: "enforcement.rules[1]",
    by: "ann",
    at: START,
    override: null,
    figures: ["decided 0.97 of 0.95"],
    ...given,
  };
}
