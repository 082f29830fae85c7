import { arnEnd } from "./arn.ts";
import { type CompiledFacts, type CompiledRow, tagsAt } from "./compile.ts";
import type { Creation } from "./creation.ts";
import type { CloudTrailEvent } from "./event.ts";
import { itemsAt, textAt, type View } from "./path.ts";
import type { Row } from "./row.ts";
import type { ReadTags } from "./tags.ts";
import { itemView, viewOf } from "./view.ts";

/** The resources that an event created, in its order; each is followed by those that came with it. */
export function createdBy(known: CompiledRow, event: CloudTrailEvent): Creation[] {
  const { row, facts, otherwise, wrappers } = known;
  const view = viewOf(event, wrappers);
  const found: Creation[] = [];
  find(facts, row, view, found);
  if (found.length === 0 && otherwise !== null) find(otherwise, row, view, found);
  return found;
}

function find(facts: CompiledFacts, row: Row, view: View, found: Creation[]): void {
  if (facts.each === null) {
    add(facts, row, view, tagsAt(view, facts.tags), found);
    return;
  }
  const items = itemsAt(view, facts.each);
  if (items.length === 0) return;
  // A request has one set of tags for all that it makes of a type.
  const requested = tagsAt(view, facts.tags);
  for (const item of items) add(facts, row, itemView(view, item), requested, found);
}

function add(facts: CompiledFacts, row: Row, view: View, requested: ReadTags, found: Creation[]): void {
  const known = textAt(view, facts.arn);
  const id = textAt(view, facts.id) ?? (known === null ? null : arnEnd(known));
  if (id === null) return;
  found.push({
    arn: known ?? (facts.build === null ? null : facts.build(view.event, facts.type, id)),
    id,
    type: facts.type,
    requestTags: requested.tags,
    hiddenTags: requested.hidden,
    carriedTags: facts.carried === null ? null : tagsAt(view, facts.carried).tags,
    taggedElsewhere: facts.taggedElsewhere,
    row,
  });
  for (const inner of facts.within) find(inner, row, view, found);
}
