import { arnFacts, isArn } from "./arn.ts";
import { type CompiledEnding, type CompiledTagged, type CompiledTagging, tagsAt } from "./compile.ts";
import type { TaggedResource, Tagging } from "./creation.ts";
import { type CloudTrailEvent, isObject } from "./event.ts";
import { itemsAt, textAt, type View, valueAt } from "./path.ts";
import { readKeys } from "./tag-keys.ts";
import { NO_TAGS, type ReadTags } from "./tags.ts";
import { itemView, viewOf } from "./view.ts";

const NONE: readonly string[] = [];

/** What a tagging call did to which resources. */
export function taggedBy(row: CompiledTagging, event: CloudTrailEvent): Tagging[] {
  const view = viewOf(event, row);
  if (row.row.mayHoldNone === true && !holdsTags(row, view)) return [];
  const found: Tagging[] = [];
  if (row.per === null) addTaggings(row, view, found);
  else for (const item of itemsAt(view, row.per)) addTaggings(row, itemView(view, item), found);
  return found;
}

/** What a deletion names. */
export function endedBy(row: CompiledEnding, event: CloudTrailEvent): TaggedResource[] {
  return resourcesOf(row.resources, viewOf(event, row));
}

function holdsTags({ replaces }: CompiledTagging, view: View): boolean {
  const sources = replaces?.sources ?? [];
  return sources.some((source) => (valueAt(view, source) ?? null) !== null);
}

function addTaggings(row: CompiledTagging, view: View, found: Tagging[]): void {
  const resources = resourcesOf(row.resources, view);
  if (resources.length === 0) return;
  const before = found.length;
  if (row.replaces !== null) found.push(tagging("replace", resources, tagsAt(view, row.replaces)));
  const keys = row.removes.length === 0 ? NONE : row.removes.flatMap((at) => readKeys(valueAt(view, at)));
  if (keys.length > 0) found.push(tagging("remove", resources, tagsAt(view, row.unless), keys));
  else if (row.row.removesAll) found.push(tagging("replace", resources, NO_TAGS));
  // A call that could set or remove and says neither still is a tagging call, of nothing.
  const sets = row.sets === null ? NO_TAGS : tagsAt(view, row.sets);
  if (sets !== NO_TAGS || found.length === before) found.push(tagging("set", resources, sets));
}

function tagging(
  change: Tagging["change"],
  resources: readonly TaggedResource[],
  { tags, hidden }: ReadTags,
  keys = NONE,
): Tagging {
  return { change, resources, tags, keys, hiddenTags: hidden };
}

function resourcesOf(all: readonly CompiledTagged[], view: View): TaggedResource[] {
  const found: TaggedResource[] = [];
  for (const named of all) {
    if (named.each === null) addResource(named, view, found);
    else for (const item of itemsAt(view, named.each)) addResource(named, itemView(view, item), found);
  }
  return found;
}

function addResource(named: CompiledTagged, view: View, found: TaggedResource[]): void {
  const text = textAt(view, named.at);
  if (text === null || (named.except !== null && isKeyOf(valueAt(view, named.except), text))) return;
  found.push(isArn(text) ? byArn(text) : byId(named, view, text));
}

function byArn(arn: string): TaggedResource {
  const { type, id } = arnFacts(arn);
  return { arn, id, type, implied: null };
}

function byId({ type: typeOf, build, implied }: CompiledTagged, view: View, id: string): TaggedResource {
  const type = typeOf(view) ?? "unknown:any";
  const arn = build === null ? null : build(view.event, type, id);
  const impliedType = implied?.typeOf(id) ?? null;
  if (implied === null || impliedType === null) return { arn, id, type, implied: null };
  return { arn, id, type, implied: { arn: implied.build(view.event, impliedType, id), type: impliedType } };
}

function isKeyOf(value: unknown, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}
