import type { Actor } from "../../catalog/actor.ts";
import type { Resource } from "../../catalog/creation.ts";
import type { CloudTrailEvent } from "../../catalog/event.ts";
import { formatAmount } from "../../costs/money.ts";
import { remediesOf } from "../../tags/remedies/remedies.ts";
import type { AuditedEvent, AuditedResource } from "./audited.ts";
import { plannedRemedies } from "./planned.ts";

/**
 * An event of an audit as programs read it: one object, printed as one line.
 *
 * @example lineOf(audited).resources[0]?.verdict // "repairable"
 */
export function lineOf(audited: AuditedEvent) {
  const { event, actor, outcome } = audited;
  return {
    ...callLine(event),
    outcome,
    skipReason: outcome === "skipped" ? audited.skipReason : null,
    actor: actorLine(actor),
    resources:
      outcome === "skipped" ? audited.resources.map(untaggedLine) : audited.resources.map(resourceLine),
  };
}

/** Which call it was. */
export function callLine(event: CloudTrailEvent) {
  const { eventId, eventTime, eventSource, eventName, account, region } = event;
  return { eventId, eventTime, eventSource, eventName, account, region };
}

/** Who made it, in three words. */
export function actorLine({ type, arn, display }: Actor) {
  return { type, arn, display };
}

function resourceLine({ resource, requestTags, judgement, plan, hourly }: AuditedResource) {
  const { arn, id, type } = resource;
  return {
    arn,
    id,
    type: bareType(type),
    requestTags,
    verdict: judgement.verdict,
    findings: judgement.findings.map(({ key, reason, actual, expected }) => ({
      key,
      reason,
      actual,
      expected,
    })),
    remedies: [...remediesOf(judgement), ...(plan === null ? [] : plannedRemedies(plan))],
    hourly: hourly === null ? null : { amount: formatAmount(hourly.amount), currency: hourly.currency },
  };
}

/** What carries no tags has no verdict. */
function untaggedLine({ arn, id, type }: Resource) {
  return {
    arn,
    id,
    type: bareType(type),
    requestTags: {},
    verdict: null,
    findings: [],
    remedies: [],
    hourly: null,
  };
}

/** The second half of a type: `instance` of `ec2:instance`. */
export function bareType(type: string): string {
  return type.slice(type.indexOf(":") + 1);
}
