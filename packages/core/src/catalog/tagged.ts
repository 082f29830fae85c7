import { arnFacts, isArn } from "./arn.ts";
import { type CompiledEnding, type CompiledTagged, type CompiledTagging, tagsAt } from "./compile.ts";
import type { TaggedResource, Tagging } from "./creation.ts";
import { type CloudTrailEvent, isObject } from "./event.ts";
import { itemsAt, textAt, type View, valueAt } from "./path.ts";
import { readKeys } from "./tag-keys.ts";
import { NO_TAGS, type ReadTags } from "./tags.ts";
import { itemView, viewOf } from "./view.ts";

/** What a tagging call did to which resources. */
export function taggedBy(row: CompiledTagging, event: CloudTrailEvent): Tagging[] {
  const view = viewOf(event, row.wrappers);
  if (row.row.mayHoldNone === true && !holdsTags(row, view)) return [];
  const views = row.per === null ? [view] : itemsAt(view, row.per).map((item) => itemView(view, item));
  return views.flatMap((one) => {
    const resources = row.resources.flatMap((named) => resourcesOf(named, one));
    return resources.length === 0 ? [] : taggingsOf(row, one, resources);
  });
}

/** What a deletion names. */
export function endedBy(row: CompiledEnding, event: CloudTrailEvent): TaggedResource[] {
  const view = viewOf(event, row.wrappers);
  return row.resources.flatMap((named) => resourcesOf(named, view));
}

function holdsTags({ replaces }: CompiledTagging, view: View): boolean {
  const sources = replaces?.sources ?? [];
  return sources.some((source) => (valueAt(view, source) ?? null) !== null);
}

function taggingsOf(row: CompiledTagging, view: View, resources: readonly TaggedResource[]): Tagging[] {
  const found: Tagging[] = [];
  if (row.replaces !== null) found.push(tagging("replace", resources, tagsAt(view, row.replaces)));
  const keys = row.removes.flatMap((at) => readKeys(valueAt(view, at)));
  if (keys.length > 0) found.push({ ...tagging("remove", resources, tagsAt(view, row.unless)), keys });
  else if (row.row.removesAll) found.push(tagging("replace", resources, NO_TAGS));
  // A call that could set or remove and says neither still is a tagging call, of nothing.
  const sets = row.sets === null ? NO_TAGS : tagsAt(view, row.sets);
  if (sets !== NO_TAGS || found.length === 0) found.push(tagging("set", resources, sets));
  return found;
}

function tagging(change: Tagging["change"], resources: readonly TaggedResource[], read: ReadTags): Tagging {
  return { change, resources, tags: read.tags, keys: [], hiddenTags: read.hidden };
}

function resourcesOf(named: CompiledTagged, view: View): TaggedResource[] {
  if (named.each === null) return resourceOf(named, view);
  return itemsAt(view, named.each).flatMap((item) => resourceOf(named, itemView(view, item)));
}

function resourceOf(
  { at, except, type: typeOf, build, implied }: CompiledTagged,
  view: View,
): TaggedResource[] {
  const text = textAt(view, at);
  if (text === null || (except !== null && isKeyOf(valueAt(view, except), text))) return [];
  if (isArn(text)) return [{ arn: text, ...arnFacts(text), implied: null }];
  const type = typeOf(view) ?? "unknown:any";
  const arn = build === null ? null : build(view.event, type, text);
  const impliedType = implied?.typeOf(text) ?? null;
  if (implied === null || impliedType === null) return [{ arn, id: text, type, implied: null }];
  const impliedArn = implied.build(view.event, impliedType, text);
  return [{ arn, id: text, type, implied: { arn: impliedArn, type: impliedType } }];
}

function isKeyOf(value: unknown, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}
