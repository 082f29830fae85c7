import type { Actor } from "../catalog/actor.ts";
import type { Creation, Extraction, Resource, TaggedResource, Tagging } from "../catalog/creation.ts";
import type { CloudTrailEvent } from "../catalog/event.ts";
import type { TagMap } from "../catalog/tags.ts";
import { createdSubject, taggedSubject } from "../tags/seen.ts";
import type { Subject } from "../tags/subject.ts";
import type { Fact } from "./fact.ts";
import { resourceName } from "./name.ts";

/** What one event tells of one resource. */
export interface Told {
  /** The name under which the resource is known. */
  readonly name: string;
  /** The resource as the event states it, with nothing that only follows from the shape of its id. */
  readonly stated: Resource;
  /** The resource as this event alone shows it. */
  readonly subject: Subject;
  /** The tags of the request that apply to it. */
  readonly requestTags: TagMap;
  /** What happened to it, in the order of the call. */
  readonly facts: readonly Fact[];
}

/** What was found in an event that tells of resources. */
export type Telling =
  | (Extraction & { readonly outcome: "evaluated" })
  | Pick<Extraction & { readonly outcome: "skipped" }, "outcome" | "ended">;

/**
 * Says what an event tells of each resource that it created, tagged or deleted.
 *
 * @example toldBy(event, extraction, actorOf(event))[0]?.facts // [{ kind: "created", … }]
 */
export function toldBy(event: CloudTrailEvent, extraction: Telling, actor: Actor): Told[] {
  if (extraction.outcome === "skipped") return endingsOf(event, extraction.ended, actor);
  return extraction.kind === "creation"
    ? creationsOf(event, extraction.creations, actor)
    : taggingsOf(event, extraction.taggings, actor);
}

function creationsOf(
  { account, region, at, eventId }: CloudTrailEvent,
  creations: readonly Creation[],
  actor: Actor,
): Told[] {
  return creations.map((creation) => {
    const { requestTags } = creation;
    const subject = createdSubject(creation, { account, region, at, actor });
    const { tags, hidden } = subject.state;
    const created = {
      kind: "created",
      at,
      eventId,
      part: 0,
      actor,
      tags,
      hiddenTags: hidden,
      ...(mayExist(creation, region) ? { mayExist: true as const } : {}),
      ...(creation.taggedElsewhere ? { taggedElsewhere: true as const } : {}),
    } as const;
    return {
      name: resourceName(subject),
      stated: statedBy(creation),
      subject,
      requestTags,
      facts: [created],
    };
  });
}

/** Ids that EC2 gives are given once: a call that names one again was made again, with the same client token. */
const GIVEN_ID = /^[a-z]+-[0-9a-f]{8,17}$/;

function mayExist({ type, id, row }: Creation, region: string | null): boolean {
  return (
    row.mayExist === true ||
    (row.mayExist !== undefined && row.mayExist === region) ||
    (type.startsWith("ec2:") && GIVEN_ID.test(id))
  );
}

/** One call may name a resource several times, as where it removes some tags and sets others. */
function taggingsOf(event: CloudTrailEvent, taggings: readonly Tagging[], actor: Actor): Told[] {
  const { account, region, at, eventId } = event;
  const seen = { account, region, at, actor };
  const byName = new Map<string, { resource: Tagging["resources"][number]; changes: Tagging[] }>();
  for (const tagging of taggings) {
    for (const resource of tagging.resources) {
      const name = resourceName(taggedSubject(resource, [], seen));
      const known = byName.get(name) ?? { resource, changes: [] };
      // A list may name it twice, as by its id and by its ARN.
      if (known.changes.at(-1) !== tagging) known.changes.push(tagging);
      byName.set(name, known);
    }
  }
  return [...byName].map(([name, { resource, changes }]) => {
    const facts = changes.map(({ change, tags, keys, hiddenTags }, part) => {
      return { kind: "tagged", at, eventId, part, actor, change, tags, keys, hiddenTags } as const;
    });
    const set = changes.filter(({ change }) => change !== "remove").map(({ tags }) => Object.entries(tags));
    const requestTags = Object.fromEntries(set.flat());
    const subject = taggedSubject(resource, facts, seen);
    return { name, stated: statedBy(resource), subject, requestTags, facts };
  });
}

function endingsOf(
  { account, region, at, eventId }: CloudTrailEvent,
  ended: readonly TaggedResource[],
  actor: Actor,
): Told[] {
  const told = ended.map((resource) => {
    const subject = taggedSubject(resource, [], { account, region, at });
    const facts = [{ kind: "ended", at, eventId, part: 0, actor } as const];
    return { name: resourceName(subject), stated: statedBy(resource), subject, requestTags: {}, facts };
  });
  return [...new Map(told.map((each) => [each.name, each])).values()];
}

function statedBy({ arn, id, type }: Resource): Resource {
  return { arn, id, type };
}
