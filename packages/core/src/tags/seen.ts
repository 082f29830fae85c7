import type { Actor } from "../catalog/actor.ts";
import type { Creation, TaggedResource } from "../catalog/creation.ts";
import type { CloudTrailEvent } from "../catalog/event.ts";
import type { Subject } from "./subject.ts";
import type { TagState } from "./tag-state.ts";
import { replay, type TagChange, UNSEEN } from "./verdict/replay.ts";

/** Where and when an event happened, and who did it. */
export type Seen = Pick<CloudTrailEvent, "account" | "region" | "at"> & { readonly actor: Actor | null };

/**
 * A resource as the event shows it that created it: with the tags of the request, and those that the answer shows.
 *
 * @example createdSubject(creation, { ...event, actor: actorOf(event) })
 */
export function createdSubject(creation: Creation, { account, region, at, actor }: Seen): Subject {
  const { arn, id, type } = creation;
  return { arn, id, type, account, region, actor, at, state: createdState(creation) };
}

/**
 * A resource as one tagging call shows it, of which only the tags of that call are known.
 *
 * @param changes what the call did, in its order
 * @example taggedSubject(resource, taggings, event).actor // null
 */
export function taggedSubject(
  { arn, id, type, implied }: TaggedResource,
  changes: readonly TagChange[],
  { account, region, at }: Omit<Seen, "actor">,
): Subject {
  const known = arn === null && implied !== null ? implied : { arn, type };
  // Who tags it need not have made it.
  return { ...known, id, account, region, actor: null, at, state: replay(UNSEEN, changes) };
}

function createdState({ requestTags, carriedTags, hiddenTags, taggedElsewhere }: Creation): TagState {
  const tags = carriedTags === null ? requestTags : { ...requestTags, ...carriedTags };
  const hidden = hiddenTags.length === 0 ? hiddenTags : hiddenTags.filter((key) => !Object.hasOwn(tags, key));
  return { tags, hidden, known: taggedElsewhere ? UNSEEN.known : "all" };
}
