import type { CloudTrailEvent } from "../catalog/event.ts";
import type { RunningEvent } from "./lifecycle.ts";
import type { Moment } from "./moment.ts";
import type { Attributes } from "./price.ts";

/**
 * The moment in which a call created a resource. A job that may run for a limited time has ended after it at the latest:
 * its end is not logged, and what it cost is the most that it can have cost until the end is known.
 *
 * @example createdMoment(event, { maxRuntimeSeconds: "3600" }).endsBy // event.at + 3_600_000
 */
export function createdMoment(
  { at, eventId }: Pick<CloudTrailEvent, "at" | "eventId">,
  attributes: Attributes,
): Moment & { readonly kind: "created" } {
  const { maxRuntimeSeconds } = attributes;
  const endsBy =
    maxRuntimeSeconds && /^\d{1,9}$/.test(maxRuntimeSeconds) ? at + Number(maxRuntimeSeconds) * 1000 : null;
  return { kind: "created", at, eventId, attributes, endsBy };
}

/** The moment in which a call stopped, started, changed or ended a resource. */
export function runningMoment(
  { effect, at, attributes, resumes }: Pick<RunningEvent, "effect" | "at" | "attributes" | "resumes">,
  eventId: string | null,
): Moment {
  switch (effect) {
    case "stops":
      return { kind: "stopped", at, eventId, resumes };
    case "starts":
      return { kind: "started", at, eventId };
    case "changes":
      return { kind: "changed", at, eventId, attributes };
    case "ends":
      return { kind: "ended", at, eventId };
  }
}
