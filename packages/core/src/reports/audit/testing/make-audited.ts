import { actorOf } from "../../../catalog/actor.ts";
import type { Resource } from "../../../catalog/creation.ts";
import type { CloudTrailEvent } from "../../../catalog/event.ts";
import { makeEvent } from "../../../catalog/testing/make-event.ts";
import type { Config } from "../../../config/definition.ts";
import { parseAmount } from "../../../costs/money.ts";
import { verdictPlan } from "../../../tags/plan/verdict-plan.ts";
import type { Subject } from "../../../tags/subject.ts";
import { company } from "../../../tags/testing/make-config.ts";
import { makeSubject } from "../../../tags/testing/make-subject.ts";
import { judge } from "../../../tags/verdict/judge.ts";
import type { AuditedEvent, AuditedResource, UnreadableItem } from "../audited.ts";

/** How a resource is judged, where not by the company's schema and at sight. */
interface Judging {
  readonly config?: Config;
  /** Whether the log is taken to hold all tagging. */
  readonly isComplete?: boolean;
  /** What it costs in an hour, in dollars, as a decimal; where it is left out, nobody knows. */
  readonly hourly?: string;
}

/** An instance with tags, judged: of the company where nothing else is said. */
export function makeResource(
  facts: Partial<Subject> & { readonly tags?: AuditedResource["requestTags"] } = {},
  { config = company(), isComplete = false, hourly }: Judging = {},
): AuditedResource {
  const subject = makeSubject(facts);
  const { arn, id, type } = subject;
  const mine = judge(config);
  const judgement = isComplete ? mine.afterGrace(subject, []) : mine.atSight(subject);
  return {
    name: arn ?? id,
    resource: { arn, id, type },
    requestTags: facts.tags ?? {},
    judgement,
    plan: judgement.final ? verdictPlan(config)(judgement, subject.at, true) : null,
    hourly: hourly === undefined ? null : { amount: parseAmount(hourly), currency: "USD" },
  };
}

/** An event that made resources, or tagged them. */
export function makeEvaluated(
  resources: readonly AuditedResource[],
  { kind = "creation", ...facts }: { readonly kind?: "creation" | "tagging" } & RecordFacts = {},
): AuditedEvent & { readonly outcome: "evaluated" } {
  return { ...seen(facts), outcome: "evaluated", kind, resources };
}

/** An event that was skipped, with what it made all the same. */
export function makeSkipped(
  skipReason: (AuditedEvent & { readonly outcome: "skipped" })["skipReason"],
  { resources = [], ...facts }: { readonly resources?: readonly Resource[] } & RecordFacts = {},
): AuditedEvent & { readonly outcome: "skipped" } {
  return { ...seen(facts), outcome: "skipped", skipReason, resources, ended: [] };
}

/** Something in a log that is no event. */
export function makeUnreadable(facts: Partial<UnreadableItem> = {}): UnreadableItem {
  return { place: "log.json:1", problem: "eventName is missing", foreign: false, ...facts };
}

/** Fields of the record. */
type RecordFacts = Readonly<Record<string, unknown>>;

function seen(facts: RecordFacts): Pick<AuditedEvent, "place" | "actor"> & { event: CloudTrailEvent } {
  const event = makeEvent(facts);
  return { event, place: "log.json:1", actor: actorOf(event) };
}
