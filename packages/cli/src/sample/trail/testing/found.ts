import type { Creation, Tagging } from "@tagledger/core/catalog/creation";
import type { CloudTrailEvent } from "@tagledger/core/catalog/event";
import { extract } from "@tagledger/core/catalog/extract";
import { createdSubject } from "@tagledger/core/tags/seen";
import type { TagState } from "@tagledger/core/tags/tag-state";
import { replay, type TagChange } from "@tagledger/core/tags/verdict/replay";

/** Something that an event created. */
export interface Created {
  readonly event: CloudTrailEvent;
  readonly creation: Creation;
}

/** Everything that events created. */
export function createdBy(events: readonly CloudTrailEvent[]): Created[] {
  return events.flatMap((event) => {
    const found = extract(event);
    if (found.outcome === "skipped" || found.kind === "tagging") return [];
    return found.creations.map((creation) => ({ event, creation }));
  });
}

/** What events changed of the tags of one resource. */
export function changesOf(arn: string, events: readonly CloudTrailEvent[]): TagChange[] {
  return events.flatMap((event) =>
    taggingsOf(event)
      .filter(({ resources }) => resources.some((each) => (each.arn ?? each.implied?.arn) === arn))
      .map((tagging) => ({ ...tagging, eventId: event.eventId, at: event.at })),
  );
}

/** What an event tagged. */
export function taggingsOf(event: CloudTrailEvent): readonly Tagging[] {
  const found = extract(event);
  return found.outcome === "evaluated" && found.kind === "tagging" ? found.taggings : [];
}

/** The tags of something after changes. */
export function tagsAfter({ event, creation }: Created, changes: readonly TagChange[]): TagState["tags"] {
  return replay(createdSubject(creation, { ...event, actor: null }).state, changes).tags;
}
