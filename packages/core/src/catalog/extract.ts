import { createdBy } from "./created.ts";
import type { Extraction, Resource, SkipReason } from "./creation.ts";
import type { CloudTrailEvent } from "./event.ts";
import { lookup } from "./lookup.ts";
import { taggedBy } from "./tagged.ts";
import { changes, reads } from "./verbs.ts";

/** What nearly all records are. */
const CALL = "AwsApiCall";

/** Records that are no API calls of their own: findings of unusual activity, and calls seen a second time on their way. */
const ECHOES = new Set(["AwsCloudTrailInsight", "AwsVpceEvent"]);

const NONE: readonly Resource[] = [];
const SKIPPED = {
  "failed-call": skipped("failed-call"),
  "no-resource": skipped("no-resource"),
  "not-a-creation": skipped("not-a-creation"),
  "unknown-event": skipped("unknown-event"),
};

/**
 * Finds in an event what it created or how it tagged, or says why there is nothing to evaluate.
 *
 * @example extract(event) // { outcome: "skipped", skipReason: "failed-call", resources: [] }
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
      ? SKIPPED["no-resource"]
      : { outcome: "evaluated", kind: "tagging", taggings };
  }
  const creations = createdBy(known, event);
  if (known.row.taggable === false) return skipped("not-taggable", creations.map(resourceOf));
  return creations.length === 0
    ? SKIPPED["no-resource"]
    : { outcome: "evaluated", kind: "creation", creations };
}

function unlisted({ readOnly, eventName }: CloudTrailEvent): "not-a-creation" | "unknown-event" {
  return readOnly === true || reads(eventName) || changes(eventName) ? "not-a-creation" : "unknown-event";
}

function skipped(skipReason: SkipReason, resources = NONE): Extraction & { readonly outcome: "skipped" } {
  return { outcome: "skipped", skipReason, resources };
}

function resourceOf({ arn, id, type }: Resource): Resource {
  return { arn, id, type };
}
