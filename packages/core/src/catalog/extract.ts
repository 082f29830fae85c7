import { createdBy } from "./created.ts";
import type { Extraction, Resource, SkipReason, TaggedResource } from "./creation.ts";
import type { CloudTrailEvent } from "./event.ts";
import { lookup } from "./lookup.ts";
import { endedBy, taggedBy } from "./tagged.ts";
import { changes, reads } from "./verbs.ts";

/** What nearly all records are. */
const CALL = "AwsApiCall";

/** Records that are no API calls of their own: findings of unusual activity, and calls seen a second time on their way. */
const ECHOES = new Set(["AwsCloudTrailInsight", "AwsVpceEvent"]);

const NONE: readonly Resource[] = [];
const NOT_ENDED: readonly TaggedResource[] = [];
const SKIPPED = {
  "failed-call": skipped("failed-call"),
  "no-resource": skipped("no-resource"),
  "not-a-creation": skipped("not-a-creation"),
  "unknown-event": skipped("unknown-event"),
};

/**
 * Finds in an event what it created or how it tagged, or says why there is nothing to evaluate, and what it deleted.
 *
 * @example extract(event) // { outcome: "skipped", skipReason: "failed-call", resources: [], ended: [] }
 */
export function extract(event: CloudTrailEvent): Extraction {
  const { eventType } = event;
  if (eventType !== null && eventType !== CALL && ECHOES.has(eventType)) return SKIPPED["not-a-creation"];
  if (event.errorCode !== null) return SKIPPED["failed-call"];
  const known = lookup(event.eventSource, event.eventName);
  if (known === undefined) return SKIPPED[unlisted(event)];
  if (known === "makes-nothing") return SKIPPED["not-a-creation"];
  if (known.kind === "tagging") {
    const taggings = taggedBy(known, event);
    return taggings.length === 0
      ? SKIPPED[known.row.mayHoldNone === true ? "not-a-creation" : "no-resource"]
      : { outcome: "evaluated", kind: "tagging", taggings };
  }
  if (known.kind === "ending") {
    const ended = endedBy(known, event);
    return ended.length === 0 ? SKIPPED["not-a-creation"] : skipped("not-a-creation", NONE, ended);
  }
  const creations = createdBy(known, event);
  if (!known.isTaggable) return skipped("not-taggable", creations.map(resourceOf));
  return creations.length === 0
    ? SKIPPED["no-resource"]
    : { outcome: "evaluated", kind: "creation", creations };
}

function unlisted({ readOnly, eventName }: CloudTrailEvent): "not-a-creation" | "unknown-event" {
  return readOnly === true || reads(eventName) || changes(eventName) ? "not-a-creation" : "unknown-event";
}

function skipped(
  skipReason: SkipReason,
  resources = NONE,
  ended = NOT_ENDED,
): Extraction & { readonly outcome: "skipped" } {
  return { outcome: "skipped", skipReason, resources, ended };
}

function resourceOf({ arn, id, type }: Resource): Resource {
  return { arn, id, type };
}
